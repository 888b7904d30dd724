import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { FileRefusal } from './refusals';

export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const WORDS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
};

const HEIC = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif'];

/** What the bytes are, whatever the name says; SVG, HTML and every other kind are refused. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<Result<MediaType, FileRefusal>> {
  const found = await fileTypeFromBuffer(bytes);
  const known = MEDIA_TYPES.find((type) => type === found?.mime);
  if (known) return ok(known);
  return refuse({ code: found && HEIC.includes(found.mime) ? 'picture-heic' : 'file-type-unknown' });
}

/** `JPG、PNG 或 PDF`. */
export function acceptedWords(accept: readonly MediaType[]): string {
  const words = accept.map((type) => WORDS[type]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')} 或 ${words.at(-1)}`;
}
