import type { Copies } from './copies';
import { grayscale, percentile, type Gray } from './raster';

/** What a picture says about itself when no sheet was found in it. */
export type WholePicture = {
  /** Brightness that 95 of 100 pixels do not exceed: about that of paper, if there is any. */
  readonly brightness: number;
  /** Strongest steps between neighbours by those in a copy of a quarter: 0.85 and more sharp, below 0.5 blurred. */
  readonly crispness: number;
};

const SIDE = 1280;
const SHRUNK = 4;
const EDGE_SHARE = 0.005;

export function wholePicture(copies: Copies): WholePicture {
  const fine = grayscale(copies.within(SIDE));
  const coarse = grayscale(copies.within(SIDE / SHRUNK));
  // edges are lines: in the copy they take up a larger share of the pixels
  const steps = { fine: strongestSteps(fine, EDGE_SHARE), coarse: strongestSteps(coarse, EDGE_SHARE * SHRUNK) };
  return { brightness: percentile(fine, 0.95), crispness: steps.fine / Math.max(1, steps.coarse) };
}

/** The smallest of the `share` strongest steps between neighbours. */
function strongestSteps({ width, height, data }: Gray, share: number): number {
  const steps = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height - 1; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const at = y * width + x;
      const here = data[at] ?? 0;
      steps[at] = Math.max(Math.abs((data[at + 1] ?? 0) - here), Math.abs((data[at + width] ?? 0) - here));
    }
  }
  return percentile({ width, height, data: steps }, 1 - share);
}
