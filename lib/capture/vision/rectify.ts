import type { Rect } from '@/lib/paper/rules/geometry';
import type { Homography } from './homography';
import type { Raster } from './raster';

/**
 * Draws one part of the sheet as if it had been scanned: `part` in mm, `pxPerMm` pixels to the millimetre.
 *
 * What lies outside the picture comes out white. Where the picture is much finer than asked for, several of its pixels
 * are averaged, so that print does not turn into noise.
 */
export function rectify(image: Raster, toPicture: Homography, part: Rect, pxPerMm: number): Raster {
  const width = Math.round(part.width * pxPerMm);
  const height = Math.round(part.height * pxPerMm);
  const out = { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) };
  // up to 1.75 pixels for one the four neighbours that are mixed anyway are enough
  const taps = Math.min(4, Math.max(1, Math.floor(densityAt(toPicture, part) / pxPerMm + 0.25)));
  const sums = new Float64Array(width * 3);
  for (let row = 0; row < height; row += 1) {
    sums.fill(0);
    for (let tap = 0; tap < taps * taps; tap += 1) {
      const x = part.x + ((tap % taps) + 0.5) / taps / pxPerMm;
      const y = part.y + (row + (Math.floor(tap / taps) + 0.5) / taps) / pxPerMm;
      addRow(image, toPicture, { x, y, step: 1 / pxPerMm }, sums);
    }
    for (let from = 0, to = row * width * 4; from < sums.length; from += 3, to += 4) {
      out.data[to] = (sums[from] ?? 0) / (taps * taps);
      out.data[to + 1] = (sums[from + 1] ?? 0) / (taps * taps);
      out.data[to + 2] = (sums[from + 2] ?? 0) / (taps * taps);
    }
  }
  return out;
}

/** Pixels of the picture per millimetre of paper in the middle of `part`. */
export function densityAt([a, b, c, d, e, f, g, h, i]: Homography, part: Rect): number {
  const x = part.x + part.width / 2;
  const y = part.y + part.height / 2;
  const depth = g * x + h * y + i;
  const u = (a * x + b * y + c) / depth;
  const v = (d * x + e * y + f) / depth;
  const area = ((a - g * u) * (e - h * v) - (b - h * u) * (d - g * v)) / (depth * depth);
  return Math.sqrt(Math.abs(area));
}

/** A line on the paper: where it begins, mm, and how far apart its points lie. */
type Line = { readonly x: number; readonly y: number; readonly step: number };

/** Adds the colours along one line of the paper, each mixed from the four nearest pixels. */
function addRow({ width, height, data }: Raster, map: Homography, line: Line, sums: Float64Array): void {
  const [a, b, c, d, e, f, g, h, i] = map;
  for (let to = 0, x = line.x; to < sums.length; to += 3, x += line.step) {
    const depth = g * x + h * line.y + i;
    const u = (a * x + b * line.y + c) / depth;
    const v = (d * x + e * line.y + f) / depth;
    if (!(u >= 0 && v >= 0 && u <= width && v <= height)) {
      sums[to] = (sums[to] ?? 0) + 255;
      sums[to + 1] = (sums[to + 1] ?? 0) + 255;
      sums[to + 2] = (sums[to + 2] ?? 0) + 255;
      continue;
    }
    const left = u < 0.5 ? 0 : Math.min(width - 1, Math.floor(u - 0.5));
    const top = v < 0.5 ? 0 : Math.min(height - 1, Math.floor(v - 0.5));
    const across = u < 0.5 ? 0 : u - 0.5 - left;
    const down = v < 0.5 ? 0 : v - 0.5 - top;
    const at = (top * width + left) * 4;
    const right = left < width - 1 ? at + 4 : at;
    const below = top < height - 1 ? width * 4 : 0;
    const share = { a: (1 - across) * (1 - down), b: across * (1 - down), c: (1 - across) * down, d: across * down };
    for (let channel = 0; channel < 3; channel += 1) {
      sums[to + channel] =
        (sums[to + channel] ?? 0) +
        (data[at + channel] ?? 0) * share.a +
        (data[right + channel] ?? 0) * share.b +
        (data[at + below + channel] ?? 0) * share.c +
        (data[right + below + channel] ?? 0) * share.d;
    }
  }
}
