import sharp from 'sharp';
import type { Raster } from '../vision/raster';

/** A picture of 60 million pixels takes 240 MB while it is decoded; phones make 12 to 50. */
export const PIXELS_MAX = 60_000_000;
/** Longer side of what is looked at and shown: 14 pixels to the millimetre, twice what any check needs. */
const LONG_SIDE_MAX = 4096;

/** The pixels, turned as they are to be seen, at most so many on a side; null when the file is damaged or cut off. */
export async function upright(
  bytes: Uint8Array,
  failOn: 'warning' | 'error',
  longSide = LONG_SIDE_MAX,
): Promise<Raster | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn, sequentialRead: true })
      .autoOrient()
      .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
    return { width: info.width, height: info.height, data: pixels };
  } catch {
    return null;
  }
}
