import type { Gray } from './raster';

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
