import sharp from 'sharp';

/** Wide enough to see the seal and to read the amount on a dense screen. */
const WIDTH_PX = 560;

/** A small JPEG of a straightened sheet that we made ourselves, for lists. */
export async function smallSheet(jpeg: Uint8Array): Promise<Uint8Array> {
  return sharp(jpeg).resize({ width: WIDTH_PX, withoutEnlargement: true }).jpeg({ quality: 76 }).toBuffer();
}
