import { createHash } from 'node:crypto';
import sharp, { type JpegOptions } from 'sharp';
import { withoutJpegMetadata } from '@/lib/files/reading/jpeg-metadata';
import { orientationOf } from '@/lib/files/reading/orientation-tag';
import { withoutPngMetadata } from '@/lib/files/reading/png-metadata';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import type { InspectedPhotograph, PhotographRefusal } from '@/lib/ports/photograph-inspector';
import { SEARCH_SIDES } from '../vision/find-marks';
import { inspectPhotograph } from '../vision/inspect';
import type { Raster } from '../vision/raster';
import { pictureKind } from './picture-kind';
import { PIXELS_MAX, upright } from './upright';

/** Flat colours and small print survive the first, red ink on white the second. */
const VIEW = { quality: 85 };
const FLAT = { quality: 88, chromaSubsampling: '4:4:4' };

type Answer = Result<InspectedPhotograph, PhotographRefusal>;

/**
 * Reads an uploaded picture from its bytes: strips it, turns it upright, looks for the receipt in it.
 *
 * Decodes whatever it is given, so it belongs into a thread of its own. `prepareQrReader` must have been awaited.
 */
export async function readPhotograph(bytes: Uint8Array): Promise<Answer> {
  const kind = pictureKind(bytes);
  if (kind === null) return refuse({ code: 'not-an-image' });
  if (kind === 'heic') return refuse({ code: 'heic-unsupported' });
  const size = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  // the library decides by content too: where the two differ, the file is a trick
  if (!size || size.format !== kind) return refuse({ code: 'unreadable' });
  if (size.width * size.height > PIXELS_MAX) return refuse({ code: 'too-many-pixels' });
  const orientation = orientationOf(size.orientation);
  const kept = (kind === 'jpeg' ? withoutJpegMetadata : withoutPngMetadata)(bytes, orientation);
  if (!kept) return refuse({ code: 'unreadable' });
  // Of a JPEG the library makes the small copy while it reads it, in a fraction of what shrinking the whole takes.
  const [image, small] = await Promise.all([
    upright(kept, 'warning'),
    kind === 'jpeg' ? upright(kept, 'warning', SEARCH_SIDES[0]) : null,
  ]);
  if (!image) return refuse({ code: 'unreadable' });
  // One is written in the library's own thread while this one looks.
  const [view, { inspection, findings, flat }] = await Promise.all([
    encoded(image, VIEW),
    inspectPhotograph(image, small ?? undefined),
  ]);
  return ok({
    mediaType: kind === 'jpeg' ? 'image/jpeg' : 'image/png',
    originalSha256: createHash('sha256').update(bytes).digest('hex'),
    kept,
    view,
    flat: flat && (await encoded(flat, FLAT)),
    inspection,
    findings,
  });
}

async function encoded({ width, height, data }: Raster, how: JpegOptions): Promise<Uint8Array> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg(how)
    .toBuffer();
  return new Uint8Array(jpeg);
}
