import type { Raster } from './raster';

/** Brightness at any place of a picture, 0 to 255, between its four nearest pixels; the edge goes on beyond the edge. */
export function brightnessAt(image: Raster, x: number, y: number): number {
  const { width, height } = image;
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  const across = x - 0.5 - left;
  const down = y - 0.5 - top;
  const x0 = clamp(left, width - 1);
  const x1 = clamp(left + 1, width - 1);
  const upper = clamp(top, height - 1) * width;
  const lower = clamp(top + 1, height - 1) * width;
  const above = brightness(image.data, upper + x0) * (1 - across) + brightness(image.data, upper + x1) * across;
  const below = brightness(image.data, lower + x0) * (1 - across) + brightness(image.data, lower + x1) * across;
  return above * (1 - down) + below * down;
}

function brightness(data: Uint8ClampedArray, pixel: number): number {
  const at = pixel * 4;
  return ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) / 256;
}

const clamp = (value: number, last: number) => (value < 0 ? 0 : value > last ? last : value);
