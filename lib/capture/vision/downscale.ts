import { halvedColours } from './halved';
import type { Raster } from './raster';

/**
 * Shrinks a picture so that its longer side has at most `longSide` pixels; a smaller one is returned as it is.
 *
 * Every new pixel is the mean of the area it covers: picking single pixels would turn print into noise.
 */
export function downscale(image: Raster, longSide: number): Raster {
  const factor = longSide / Math.max(image.width, image.height);
  if (factor >= 1) return image;
  const isEven = image.width % 2 === 0 && image.height % 2 === 0;
  if (factor <= 0.5 && isEven) return downscale(halvedColours(image), longSide);
  const width = Math.max(1, Math.round(image.width * factor));
  const height = Math.max(1, Math.round(image.height * factor));
  const columns = spansOf(image.width, width);
  const rows = spansOf(image.height, height);
  const area = (image.width / width) * (image.height / height);
  const data = new Uint8ClampedArray(width * height * 4);
  // First the rows above one another, then what lies side by side: most pixels are so met in the order they lie in.
  const sums = new Float64Array(image.width * 3);
  for (let y = 0; y < height; y += 1) {
    const first = rows.first[y] ?? 0;
    const last = rows.last[y] ?? 0;
    sums.fill(0);
    addRow(image, first, rows.firstShare[y] ?? 1, sums);
    for (let row = first + 1; row < last; row += 1) addRow(image, row, 1, sums);
    if (last > first) addRow(image, last, rows.lastShare[y] ?? 1, sums);
    putRow(sums, columns, area, data.subarray(y * width * 4, (y + 1) * width * 4));
  }
  return { width, height, data };
}

function addRow({ width, data }: Raster, row: number, weight: number, sums: Float64Array): void {
  for (let at = 0, from = row * width * 4; at < sums.length; at += 3, from += 4) {
    sums[at] = (sums[at] ?? 0) + (data[from] ?? 0) * weight;
    sums[at + 1] = (sums[at + 1] ?? 0) + (data[from + 1] ?? 0) * weight;
    sums[at + 2] = (sums[at + 2] ?? 0) + (data[from + 2] ?? 0) * weight;
  }
}

function putRow(sums: Float64Array, columns: Spans, area: number, out: Uint8ClampedArray): void {
  for (let x = 0, to = 0; to < out.length; x += 1, to += 4) {
    const head = (columns.first[x] ?? 0) * 3;
    const tail = (columns.last[x] ?? 0) * 3;
    const headShare = columns.firstShare[x] ?? 1;
    const tailShare = head === tail ? 0 : (columns.lastShare[x] ?? 1);
    let red = (sums[head] ?? 0) * headShare + (sums[tail] ?? 0) * tailShare;
    let green = (sums[head + 1] ?? 0) * headShare + (sums[tail + 1] ?? 0) * tailShare;
    let blue = (sums[head + 2] ?? 0) * headShare + (sums[tail + 2] ?? 0) * tailShare;
    for (let at = head + 3; at < tail; at += 3) {
      red += sums[at] ?? 0;
      green += sums[at + 1] ?? 0;
      blue += sums[at + 2] ?? 0;
    }
    out[to] = red / area;
    out[to + 1] = green / area;
    out[to + 2] = blue / area;
    out[to + 3] = 255;
  }
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
