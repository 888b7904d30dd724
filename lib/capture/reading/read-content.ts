import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import type { ContentReading } from '../rules/inspection';
import { compareContent } from '../vision/compare-content';
import { CONTENT_PX_PER_MM } from '../vision/pieces';
import { upright } from './upright';

const MM_PER_INCH = 25.4;

/**
 * Compares a straightened sheet with the first page of the PDF that was issued. Both come from our own store, so a file
 * that does not open is a bug and is thrown. Belongs into a thread of its own.
 */
export async function readContent(flat: Uint8Array, pdf: Uint8Array): Promise<ContentReading> {
  const sheet = await upright(flat, 'error');
  if (!sheet) throw new Error('a straightened sheet cannot be read');
  const { width, height, rgba } = await rasterisePdf(pdf, 1, MM_PER_INCH * CONTENT_PX_PER_MM);
  return compareContent(sheet, { width, height, data: rgba });
}
