import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { MEDIA_TYPES, type MediaType } from '../rules/media-types';
import type { FileRefusal } from '../rules/refusals';

const HEIC = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif'];

/** What the bytes are, whatever the name says; SVG, HTML and every other kind are refused. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<Result<MediaType | 'heic', FileRefusal>> {
  const found = await fileTypeFromBuffer(bytes);
  const known = MEDIA_TYPES.find((type) => type === found?.mime);
  if (known) return ok(known);
  return found && HEIC.includes(found.mime) ? ok('heic') : refuse({ code: 'file-type-unknown' });
}
