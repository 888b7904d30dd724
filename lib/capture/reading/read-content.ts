import sharp, { type Sharp } from 'sharp';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import type { ContentReading } from '../rules/inspection';
import { compareContent, withoutRed } from '../vision/compare-content';
import { CONTENT_PX_PER_MM } from '../vision/pieces';
import type { Gray } from '../vision/raster';

const MM_PER_INCH = 25.4;
/** Deviations of a Gauss, pixels: one of them makes the drawn page about as soft as a smoothed photograph is. */
const SOFTNESSES = [0.9, 1.2, 1.6, 2, 2.7] as const;

/**
 * Compares a straightened sheet with the first page of the PDF that was issued. Both come from our own store, so a file
 * that does not open is a bug and is thrown. Belongs into a thread of its own.
 */
export async function readContent(flat: Uint8Array, pdf: Uint8Array): Promise<ContentReading> {
  const { width, height, rgba } = await rasterisePdf(pdf, 1, MM_PER_INCH * CONTENT_PX_PER_MM);
  const issued = withoutRed({ width, height, data: rgba });
  const [first, ...more] = SOFTNESSES;
  const softened = [blurred(issued, first), ...more.map((sigma) => blurred(issued, sigma))] as const;
  return compareContent(await redOf(flat, issued), issued, await Promise.all(softened));
}

/** The sheet by red light, as large as the issued page. */
function redOf(flat: Uint8Array, { width, height }: Gray): Promise<Gray> {
  return grayOf(
    sharp(flat, { failOn: 'error' }).resize(width, height, { fit: 'fill', kernel: 'linear' }).extractChannel('red'),
  );
}

function blurred({ width, height, data }: Gray, sigma: number): Promise<Gray> {
  return grayOf(
    sharp(data, { raw: { width, height, channels: 1 } })
      .blur(sigma)
      .toColourspace('b-w'),
  );
}

async function grayOf(picture: Sharp): Promise<Gray> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error('a grey page came out in colours');
  return {
    width: info.width,
    height: info.height,
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength),
  };
}
