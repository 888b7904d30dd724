import type { Explained } from '@/lib/access/refusals';
import { acceptedWords, MEDIA_TYPES } from '@/lib/files/rules/media-types';
import { explainFile } from '@/lib/files/rules/refusals';
import { HEAD_BYTES, sniffKind } from '@/lib/files/rules/sniff';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';

/** What can be seen of a file before it is sent: size and kind by its first bytes. Null where nothing is wrong. */
export async function complaintOf(file: Blob, accept: readonly string[]): Promise<Explained | null> {
  if (file.size === 0) return explainFile['file-empty']({ code: 'file-empty' });
  if (file.size > MAX_FILE_BYTES) return explainFile['file-too-large']({ code: 'file-too-large' });
  const kind = sniffKind(await bytesOf(file.slice(0, HEAD_BYTES)));
  if (kind === null) return explainFile['file-type-unknown']({ code: 'file-type-unknown' });
  if (accept.includes(kind === 'heic' ? 'image/jpeg' : kind)) return null;
  const accepted = acceptedWords(MEDIA_TYPES.filter((type) => accept.includes(type)));
  return explainFile['file-type-not-accepted']({ code: 'file-type-not-accepted', accepted });
}

/**
 * How a file is known again: the SHA-256 of its bytes, so that the same file is told from another of its name. Pages
 * that are not served securely cannot count it and go by name, size and time.
 */
export async function fingerprintOf(file: File): Promise<string> {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) return `file of ${file.lastModified}`;
  const digest = new Uint8Array(await subtle.digest('SHA-256', await bytesOf(file)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
