import 'server-only';
import type { Context } from '@/lib/access/context';

/** What the page check says of an uploaded letter. */
export type LetterCheck = { readonly state: string; readonly findings: readonly string[] };

/** The letter is a page to print without a code of its own, so every upload is for a person to look at. */
export async function checkLetter(_ctx: Context, _requestId: string, _bytes: Uint8Array): Promise<LetterCheck> {
  return { state: 'unreadable', findings: ['未能自动核对，由业务人员核对。'] };
}
