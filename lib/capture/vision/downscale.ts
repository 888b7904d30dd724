import type { Raster } from './raster';

/**
 * Shrinks a picture so that its longer side has at most `longSide` pixels; a smaller one is returned as it is.
 *
 * Every new pixel is the mean of the area it covers: picking single pixels would turn print into noise.
 */
export function downscale(image: Raster, longSide: number): Raster {
  const factor = longSide / Math.max(image.width, image.height);
  if (factor >= 1) return image;
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const columns = spansOf(image.width, width);
  const rows = spansOf(image.height, height);
  const data = new Uint8ClampedArray(width * height * 4);
  const line = new Float64Array(width * 3);
  const area = (image.width / width) * (image.height / height);
  for (let y = 0; y < height; y += 1) {
    line.fill(0);
    for (let from = rows.first[y] ?? 0; from <= (rows.last[y] ?? 0); from += 1) {
      addRow(image, { row: from, weight: shareOf(rows, y, from) / area }, columns, line);
    }
    for (let x = 0, to = y * width * 4; x < line.length; x += 3, to += 4) {
      data[to] = line[x] ?? 0;
      data[to + 1] = line[x + 1] ?? 0;
      data[to + 2] = line[x + 2] ?? 0;
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

/** Which old pixels lie under each new one along one side, and how much of the outer ones. */
type Spans = {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly firstShare: Float64Array;
  readonly lastShare: Float64Array;
};

function spansOf(oldSize: number, newSize: number): Spans {
  const step = oldSize / newSize;
  const starts = Float64Array.from({ length: newSize }, (_, index) => index * step);
  const first = Int32Array.from(starts, Math.floor);
  const last = Int32Array.from(starts, (start) => Math.min(oldSize - 1, Math.ceil(start + step) - 1));
  return {
    first,
    last,
    firstShare: starts.map((start, index) => (first[index] ?? 0) + 1 - start),
    lastShare: starts.map((start, index) => Math.min(oldSize, start + step) - (last[index] ?? 0)),
  };
}

function shareOf({ first, last, firstShare, lastShare }: Spans, index: number, at: number): number {
  if (at === first[index]) return firstShare[index] ?? 1;
  return at === last[index] ? (lastShare[index] ?? 1) : 1;
}

type WeightedRow = { readonly row: number; readonly weight: number };

function addRow({ width, data }: Raster, { row, weight }: WeightedRow, columns: Spans, line: Float64Array): void {
  for (let x = 0; x * 3 < line.length; x += 1) {
    const first = columns.first[x] ?? 0;
    const last = columns.last[x] ?? 0;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let at = (row * width + first) * 4, end = (row * width + last) * 4; at <= end; at += 4) {
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
    }
    // the outer two were counted whole
    const head = (row * width + first) * 4;
    const tail = (row * width + last) * 4;
    const headSurplus = 1 - (columns.firstShare[x] ?? 1);
    const tailSurplus = first === last ? 0 : 1 - (columns.lastShare[x] ?? 1);
    red -= (data[head] ?? 0) * headSurplus + (data[tail] ?? 0) * tailSurplus;
    green -= (data[head + 1] ?? 0) * headSurplus + (data[tail + 1] ?? 0) * tailSurplus;
    blue -= (data[head + 2] ?? 0) * headSurplus + (data[tail + 2] ?? 0) * tailSurplus;
    line[x * 3] = (line[x * 3] ?? 0) + red * weight;
    line[x * 3 + 1] = (line[x * 3 + 1] ?? 0) + green * weight;
    line[x * 3 + 2] = (line[x * 3 + 2] ?? 0) + blue * weight;
  }
}
