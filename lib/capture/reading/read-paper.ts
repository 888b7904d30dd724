import sharp from 'sharp';
import { rasteriseFirstPage } from '@/lib/files/reading/rasterise-pdf';
import { MAX_PIXELS } from '@/lib/files/rules/upload-limits';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { InspectedPaper, ScanRefusal } from '@/lib/ports/paper-inspector';
import { inspectPhotograph } from '../vision/inspect';
import type { Raster } from '../vision/raster';
import { pictureKind } from './picture-kind';
import { upright } from './upright';

/** Longer side at which the page of a PDF is drawn: A4 at 212 dots per inch, as office scanners deliver it. */
const PDF_SIDE_PX = 2480;

/**
 * Reads an uploaded scan or picture of a printed form: what lies where, what its code says, whether it is stamped.
 *
 * Decodes whatever it is given, so it belongs into a thread of its own. `prepareQrReader` must have been awaited.
 */
export async function readPaper(bytes: Uint8Array): Promise<Result<InspectedPaper, ScanRefusal>> {
  const image = await rasterOf(bytes).catch(() => null);
  if (!image) return refuse({ code: 'not-readable' });
  const { inspection, findings } = await inspectPhotograph(image);
  return ok({ inspection, findings });
}

async function rasterOf(bytes: Uint8Array): Promise<Raster | null> {
  const kind = pictureKind(bytes);
  if (kind === 'jpeg' || kind === 'png') {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    // The decoder of uploads lets warnings pass, so those pictures are looked at too.
    return width * height > MAX_PIXELS ? null : upright(bytes, 'error');
  }
  if (!isPdf(bytes)) return null;
  const { width, height, rgba } = await rasteriseFirstPage(bytes, PDF_SIDE_PX);
  return { width, height, data: rgba };
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
