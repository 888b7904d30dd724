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
  const fromLeft = { u: b * line.y + c, v: e * line.y + f, depth: h * line.y + i };
  for (let to = 0, x = line.x; to < sums.length; to += 3, x += line.step) {
    const depth = 1 / (g * x + fromLeft.depth);
    const u = (a * x + fromLeft.u) * depth;
    const v = (d * x + fromLeft.v) * depth;
    if (!(u >= 0 && v >= 0 && u <= width && v <= height)) {
      sums[to] = (sums[to] ?? 0) + 255;
      sums[to + 1] = (sums[to + 1] ?? 0) + 255;
      sums[to + 2] = (sums[to + 2] ?? 0) + 255;
      continue;
    }
    // of the outer half of the first pixel there is nothing to mix it with
    const left = u < 0.5 ? 0 : Math.min(width - 1, Math.floor(u - 0.5));
    const top = v < 0.5 ? 0 : Math.min(height - 1, Math.floor(v - 0.5));
    const across = u < 0.5 ? 0 : u - 0.5 - left;
    const down = v < 0.5 ? 0 : v - 0.5 - top;
    const at = (top * width + left) * 4;
    const right = left < width - 1 ? at + 4 : at;
    const below = top < height - 1 ? width * 4 : 0;
    const shareD = across * down;
    const shareB = across - shareD;
    const shareC = down - shareD;
    const shareA = 1 - across - shareC;
    const [overRight, under, underRight] = [right, at + below, right + below];
    sums[to] =
      (sums[to] ?? 0) +
      (data[at] ?? 0) * shareA +
      (data[overRight] ?? 0) * shareB +
      (data[under] ?? 0) * shareC +
      (data[underRight] ?? 0) * shareD;
    sums[to + 1] =
      (sums[to + 1] ?? 0) +
      (data[at + 1] ?? 0) * shareA +
      (data[overRight + 1] ?? 0) * shareB +
      (data[under + 1] ?? 0) * shareC +
      (data[underRight + 1] ?? 0) * shareD;
    sums[to + 2] =
      (sums[to + 2] ?? 0) +
      (data[at + 2] ?? 0) * shareA +
      (data[overRight + 2] ?? 0) * shareB +
      (data[under + 2] ?? 0) * shareC +
      (data[underRight + 2] ?? 0) * shareD;
  }
}
