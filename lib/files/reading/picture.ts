import sharp from 'sharp';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { withoutJpegMetadata } from './jpeg-metadata';
import { MAX_PIXELS, THUMB_SIDE_PX, VIEW_SIDE_PX } from '../rules/upload-limits';
import { orientationOf } from './orientation-tag';
import { withoutPngMetadata } from './png-metadata';
import type { FileRefusal } from '../rules/refusals';

// Second wall behind the check of the first bytes: no other decoder of the library can be reached from here on.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });

export type ReadPicture = {
  /** As it came, metadata taken out, not compressed again: the evidence. */
  readonly kept: Uint8Array;
  /** Upright JPEG for viewing, its longer side at most `VIEW_SIDE_PX`. */
  readonly view: Uint8Array;
  /** The same, small, for lists. */
  readonly thumb: Uint8Array;
  /** As seen, after turning. */
  readonly widthPx: number;
  readonly heightPx: number;
};

const DECODE_SECONDS = 20;

/**
 * Decodes a whole JPEG or PNG. Refuses `picture-too-many-pixels` from the header alone, before anything is unpacked,
 * and `picture-broken` when it does not decode to its end. Warnings of the decoder pass: cameras in common use write
 * scans that it complains of and that every viewer shows.
 */
export async function readPicture(
  bytes: Uint8Array,
  type: 'image/jpeg' | 'image/png',
): Promise<Result<ReadPicture, FileRefusal>> {
  try {
    const head = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width: widthPx, height: heightPx } = head.autoOrient;
    if (widthPx * heightPx > MAX_PIXELS) return refuse({ code: 'picture-too-many-pixels', widthPx, heightPx });
    const strip = type === 'image/png' ? withoutPngMetadata : withoutJpegMetadata;
    const kept = strip(bytes, orientationOf(head.orientation));
    if (!kept) return refuse({ code: 'picture-broken' });
    const view = await viewCopy(bytes);
    return ok({ kept, view, thumb: await smallCopy(view), widthPx, heightPx });
  } catch {
    return refuse({ code: 'picture-broken' });
  }
}

async function viewCopy(bytes: Uint8Array): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: DECODE_SECONDS })
    .autoOrient()
    .resize({ width: VIEW_SIDE_PX, height: VIEW_SIDE_PX, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 86 })
    .toBuffer();
}

/** A small JPEG of a JPEG that we made ourselves, for lists. */
export async function smallCopy(jpeg: Uint8Array): Promise<Uint8Array> {
  return sharp(jpeg)
    .resize({ width: THUMB_SIDE_PX, height: THUMB_SIDE_PX, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 74 })
    .toBuffer();
}
