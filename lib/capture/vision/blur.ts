import type { Gray } from './raster';

/** Softens a picture as a lens does: a Gauss of this deviation, in pixels. Beyond the edges the last pixel goes on. */
export function blurred(gray: Gray, sigma: number): Gray {
  const reach = Math.ceil(sigma * 2.5);
  const bell = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * sigma * sigma)));
  const total = bell.reduce((sum, one) => sum + one, 0);
  const weights = Float32Array.from(bell, (one) => one / total);
  const { width, height } = gray;
  const across = new Float32Array(width * height);
  along(gray.data, across, weights, { lines: height, lineStep: width, length: width, step: 1 });
  const data = new Uint8ClampedArray(width * height);
  along(across, data, weights, { lines: width, lineStep: 1, length: height, step: width });
  return { width, height, data };
}

type Walk = { readonly lines: number; readonly lineStep: number; readonly length: number; readonly step: number };
type Values = Float32Array | Uint8ClampedArray;

function along(from: Values, to: Values, weights: Float32Array, { lines, lineStep, length, step }: Walk): void {
  const reach = (weights.length - 1) / 2;
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep;
    for (let place = 0; place < length; place += 1) {
      let sum = 0;
      for (let by = -reach; by <= reach; by += 1) {
        const at = Math.min(length - 1, Math.max(0, place + by));
        sum += (weights[by + reach] ?? 0) * (from[start + at * step] ?? 0);
      }
      to[start + place * step] = sum;
    }
  }
}

/** Half as wide and high, each pixel the mean of four. */
export function halved({ width, height, data }: Gray): Gray {
  const [wide, high] = [width >> 1, height >> 1];
  const out = new Uint8ClampedArray(wide * high);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const at = 2 * (y * width + x);
      const upper = (data[at] ?? 0) + (data[at + 1] ?? 0);
      out[y * wide + x] = (upper + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0)) / 4;
    }
  }
  return { width: wide, height: high, data: out };
}
