import sharp from 'sharp';
import type { LiveFrame } from '@/lib/capture/vision/live-frame';
import { downscale } from '@/lib/capture/vision/downscale';
import type { Raster } from '@/lib/capture/vision/raster';

/** A frame of a camera, as a browser's worker would cut it, from a picture's pixels. */
export function frameOf(image: Raster): LiveFrame {
  const { width, height } = image;
  return {
    ...{ width, height },
    shrunk: (longSide) => downscale(image, longSide),
    piece: (area, scale) => {
      const data = new Uint8ClampedArray(area.width * area.height * 4);
      for (let row = 0; row < area.height; row += 1) {
        const from = ((area.y + row) * width + area.x) * 4;
        data.set(image.data.subarray(from, from + area.width * 4), row * area.width * 4);
      }
      const part = { width: area.width, height: area.height, data };
      return downscale(part, Math.round(Math.max(area.width, area.height) * scale));
    },
  };
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
