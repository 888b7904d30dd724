import type { Copies } from './copies';
import { grayscale, percentile, type Gray } from './raster';

/** What a picture says about itself when no sheet was found in it. */
export type WholePicture = {
  /** Brightness that 95 of 100 pixels do not exceed: about that of paper, if there is any. */
  readonly brightness: number;
  /** Contrast of its edges by that in a copy of a quarter: 0.8 and more sharp, below 0.4 blurred. */
  readonly crispness: number;
};

const SIDE = 1280;
const SHRUNK = 4;
const EDGE_SHARE = 0.005;
/** Of noise, one step in 200 is this many times the middle one. */
const NOISE_REACH = 3;
/** A picture without any edge is not blurred, it is empty. */
const MIN_CONTRAST = 12;

export function wholePicture(copies: Copies): WholePicture {
  const image = copies.within(SIDE);
  const fine = grayscale(image);
  const coarse = grayscale(copies.within(Math.max(image.width, image.height) / SHRUNK));
  // edges are lines: in the copy they take up a larger share of the pixels
  const contrast = { fine: edgeContrast(fine, EDGE_SHARE), coarse: edgeContrast(coarse, EDGE_SHARE * SHRUNK) };
  const hasEdges = contrast.coarse >= MIN_CONTRAST;
  return { brightness: percentile(fine, 0.95), crispness: hasEdges ? contrast.fine / contrast.coarse : 1 };
}

/** How far the smallest of the `share` strongest steps between neighbours stands out from what noise alone makes. */
function edgeContrast({ width, height, data }: Gray, share: number): number {
  const steps = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height - 1; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const at = y * width + x;
      const here = data[at] ?? 0;
      steps[at] = Math.max(Math.abs((data[at + 1] ?? 0) - here), Math.abs((data[at + width] ?? 0) - here));
    }
  }
  const all = { width, height, data: steps };
  return Math.max(0, percentile(all, 1 - share) - NOISE_REACH * percentile(all, 0.5));
}
