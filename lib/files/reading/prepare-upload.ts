import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ConverterRefusal, PictureConverter } from '@/lib/ports/picture-converter';
import { MAX_FILE_BYTES } from '../rules/upload-limits';
import { checkPdf } from './check-pdf';
import { acceptedWords, MEDIA_TYPES, type MediaType } from '../rules/media-types';
import { mediaTypeOf } from './file-kind';
import { readPicture } from './picture';
import type { FileRefusal } from '../rules/refusals';
import { queueOf } from './work-queue';

export type PreparedUpload = {
  readonly mediaType: MediaType;
  /** What is kept as evidence: of a picture without metadata, of a PDF the bytes as they came. */
  readonly kept: Uint8Array;
  /** A copy for viewing; null where the file itself is viewed. */
  readonly view: Uint8Array | null;
  /** A small picture for lists; of a PDF it is made later, with its pages. */
  readonly thumb: Uint8Array | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
};

/** Decoding takes memory: two at a time, the others wait. */
const inTurn = queueOf(2);

/**
 * Looks an uploaded file through: size, type by content, whole decode of a picture or check of a PDF. Refuses whatever
 * is not one of `accept`, does not decode to its end, or could act by itself. A phone's HEIC becomes a JPEG.
 */
export async function prepareUpload(
  bytes: Uint8Array,
  converter: PictureConverter,
  accept: readonly MediaType[] = MEDIA_TYPES,
): Promise<Result<PreparedUpload, FileRefusal>> {
  if (bytes.length === 0) return refuse({ code: 'file-empty' });
  if (bytes.length > MAX_FILE_BYTES) return refuse({ code: 'file-too-large' });
  const type = await mediaTypeOf(bytes);
  if (!type.ok) return type;
  // What a HEIC picture becomes decides whether it is taken here.
  const mediaType = type.value === 'heic' ? 'image/jpeg' : type.value;
  if (!accept.includes(mediaType)) return refuse({ code: 'file-type-not-accepted', accepted: acceptedWords(accept) });
  if (type.value === 'heic') return inTurn(() => asJpeg(bytes, converter));
  return inTurn(async () => {
    if (mediaType !== 'application/pdf') {
      const picture = await readPicture(bytes, mediaType);
      return picture.ok ? ok({ mediaType, ...picture.value }) : picture;
    }
    const checked = checkPdf(bytes);
    return checked.ok
      ? ok({ mediaType, kept: bytes, view: null, thumb: null, widthPx: null, heightPx: null })
      : checked;
  });
}

async function asJpeg(heic: Uint8Array, converter: PictureConverter): Promise<Result<PreparedUpload, FileRefusal>> {
  const converted = await converter.toJpeg(heic);
  if (!converted.ok) return refusedFor(converted.refusal);
  const picture = await readPicture(converted.value.jpeg, 'image/jpeg');
  return picture.ok ? ok({ mediaType: 'image/jpeg', ...picture.value }) : picture;
}

function refusedFor(refusal: ConverterRefusal): Result<never, FileRefusal> {
  if (refusal.code === 'busy') throw new Error('too many pictures wait to be converted');
  return refuse(refusal);
}
