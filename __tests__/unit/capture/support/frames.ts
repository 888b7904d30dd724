import sharp from 'sharp';
import type { LiveFrame } from '@/lib/capture/vision/live-frame';
import type { Rect } from '@/lib/paper/rules/geometry';
import { copiesOf } from '@/lib/capture/vision/copies';
import { downscale } from '@/lib/capture/vision/downscale';
import type { Planes } from '@/lib/capture/vision/planes';
import type { Raster } from '@/lib/capture/vision/raster';

/** A frame of a camera, as a browser's worker would cut it, from a picture's pixels. */
export function frameOf(image: Raster): LiveFrame {
  const { width, height } = image;
  const copies = copiesOf(image);
  const piece = (area: Rect, scale: number) =>
    downscale(cut(image, area), Math.round(Math.max(area.width, area.height) * scale));
  return {
    ...{ width, height },
    shrunk: (longSide) => copies.within(longSide),
    window: (longSide, area) => cut(copies.within(longSide), area),
    piece,
    colours: piece,
  };
}

function cut(image: Raster, { x, y, width, height }: Rect): Raster {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * image.width + x) * 4;
    data.set(image.data.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, data };
}

/** The picture's bytes as a camera would give them: brightness, and colours of every second pixel. */
export function planesOf({ width, height, data }: Raster, kind: Pick<Planes, 'colourStep' | 'isFullRange'>): Planes {
  const [wide, high] = [width / 2, height / 2];
  const [pixels, colours] = [width * height, wide * high];
  const { colourStep, isFullRange } = kind;
  const blue = { offset: pixels, stride: wide * colourStep };
  const red = { ...blue, offset: colourStep === 1 ? pixels + colours : pixels + 1 };
  const out = new Uint8ClampedArray(pixels + 2 * colours);
  const lightAt = (at: number) =>
    0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0);
  for (let at = 0; at < pixels; at += 1) out[at] = isFullRange ? lightAt(at) : 16 + (lightAt(at) * 219) / 255;
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const at = 2 * y * width + 2 * x;
      const share = isFullRange ? 1 : 224 / 255;
      const to = y * blue.stride + x * colourStep;
      out[blue.offset + to] = 128 + (((data[at * 4 + 2] ?? 0) - lightAt(at)) * share) / 1.772;
      out[red.offset + to] = 128 + (((data[at * 4] ?? 0) - lightAt(at)) * share) / 1.402;
    }
  }
  return { width, height, data: new Uint8Array(out.buffer), luma: { offset: 0, stride: width }, blue, red, ...kind };
}

export async function rasterOf(jpeg: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

/** The picture moved by whole pixels, as a hand moves the camera; what comes in from outside is grey. */
export function moved({ width, height, data }: Raster, by: { x: number; y: number }): Raster {
  const out = new Uint8ClampedArray(data.length).fill(128);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [fromX, fromY] = [x - by.x, y - by.y];
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
      const from = (fromY * width + fromX) * 4;
      out.set(data.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return { width, height, data: out };
}
