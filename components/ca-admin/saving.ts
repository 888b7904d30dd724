import type { Explained } from '@/lib/access/refusals';

/** What a call of this page answers; the same in every browser and on the server. */
export type Saved =
  | { readonly ok: true; readonly value: undefined }
  | { readonly ok: false; readonly explained: Explained; readonly code: string };

/** Texts typed into one line, apart by spaces or 、 */
export function splitTexts(line: string): string[] {
  return [...new Set(line.split(/[\s、，,]+/).filter(Boolean))];
}
