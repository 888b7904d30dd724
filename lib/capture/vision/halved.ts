import type { Gray, Raster } from './raster';

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

/** Every second of a pixel's four bytes; two colours are added at once, each with room for the sum of four. */
const TWO_BYTES = 0x00ff00ff;
const TO_NEAREST = 0x00020002;

/** The same in colours, for a picture of even width and height. */
export function halvedColours({ width, height, data }: Raster): Raster {
  // a buffer that is shared with others may begin anywhere
  const bytes = data.byteOffset % 4 === 0 ? data : data.slice();
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  const [wide, high] = [width / 2, height / 2];
  const out = new Uint32Array(wide * high);
  for (let y = 0, to = 0; y < high; y += 1) {
    for (let at = 2 * y * width, end = at + width; at < end; at += 2, to += 1) {
      const a = pixels[at] ?? 0;
      const b = pixels[at + 1] ?? 0;
      const c = pixels[at + width] ?? 0;
      const d = pixels[at + width + 1] ?? 0;
      const even = (a & TWO_BYTES) + (b & TWO_BYTES) + (c & TWO_BYTES) + (d & TWO_BYTES) + TO_NEAREST;
      const odd =
        ((a >>> 8) & TWO_BYTES) +
        ((b >>> 8) & TWO_BYTES) +
        ((c >>> 8) & TWO_BYTES) +
        ((d >>> 8) & TWO_BYTES) +
        TO_NEAREST;
      out[to] = ((even >>> 2) & TWO_BYTES) | (((odd >>> 2) & TWO_BYTES) << 8);
    }
  }
  return { width: wide, height: high, data: new Uint8ClampedArray(out.buffer) };
}
