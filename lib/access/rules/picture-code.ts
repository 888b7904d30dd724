import { normaliseCode } from '@/lib/kernel/normalise-text';

/** A picture code is good for one form only, so that one solved elsewhere opens nothing here. */
export const PICTURE_CODE_PURPOSES = [
  'enterprise-sign-in',
  'staff-sign-in',
  'forgot-password',
  'reset-request',
  'objection',
] as const;
export type PictureCodePurpose = (typeof PICTURE_CODE_PURPOSES)[number];

export const PICTURE_CODE_LENGTH = 4;
export const PICTURE_CODE_SECONDS = 120;

/** Letters and digits that stay apart when bent: none of 0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V, A (beside 4). */
export const PICTURE_CODE_ALPHABET = 'CDEFHJKMNPRTWXY3479';

/** The answer that `seed` (at least two bytes a character) stands for. */
export function answerOf(seed: Uint8Array): string {
  return Array.from({ length: PICTURE_CODE_LENGTH }, (_, place) => {
    const value = (seed[2 * place] ?? 0) * 256 + (seed[2 * place + 1] ?? 0);
    return PICTURE_CODE_ALPHABET.charAt(value % PICTURE_CODE_ALPHABET.length);
  }).join('');
}

/** What was typed, in the form of an answer: case, full width and spaces are forgiven. */
export function readAnswer(typed: string): string {
  return normaliseCode(typed);
}
