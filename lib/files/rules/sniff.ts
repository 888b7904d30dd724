import type { MediaType } from './media-types';

/** The bytes at the head of a file that tell its kind. */
export const HEAD_BYTES = 32;

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'];

/**
 * What a file is by its first bytes, whatever its name says: told before it is sent, so that nobody waits for a refusal.
 * The server looks at the whole again. A HEIC picture counts as the JPEG that it becomes.
 */
export function sniffKind(head: Uint8Array): MediaType | 'heic' | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (textAt(head, 1, 3) === 'PNG' && head[0] === 0x89) return 'image/png';
  if (textAt(head, 0, 5) === '%PDF-') return 'application/pdf';
  return textAt(head, 4, 4) === 'ftyp' && HEIC_BRANDS.includes(textAt(head, 8, 4)) ? 'heic' : null;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
