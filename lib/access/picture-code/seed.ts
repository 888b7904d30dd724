import 'server-only';
import type { Vault } from '@/lib/db/vault';
import { PUZZLE_SALT_DIGITS, PUZZLE_SECRET_DIGITS } from '../rules/puzzle';

/** What tells a code from every other: the form chose the id, this server the time. */
export type IssuedCode = { readonly id: string; readonly createdAt: Date };

/**
 * What a picture is drawn from. It follows from the id, the time of issue and a key of this server, so that the answer
 * need not be kept anywhere: the same picture comes again for the same row, and no other row has it.
 */
export function seedOf(vault: Vault, code: IssuedCode): Uint8Array {
  return drawn(vault, 'picture_code.seed', code);
}

/** What the puzzle of a code hides, in hexadecimal; likewise kept nowhere, and no help with its picture. */
export function secretOf(vault: Vault, code: IssuedCode): string {
  return drawn(vault, 'picture_code.puzzle', code).toString('hex').slice(0, PUZZLE_SECRET_DIGITS);
}

/** What its hashes are salted with: since nobody foresees it, nothing can be worked out beforehand. */
export function saltOf(vault: Vault, code: IssuedCode): string {
  return drawn(vault, 'picture_code.salt', code).toString('hex').slice(0, PUZZLE_SALT_DIGITS);
}

/** What the database keeps of an answer: a hash under the server's key, salted with the id. */
export function answerHashOf(vault: Vault, id: string, answer: string): string {
  return vault.blind('picture_code.answer', `${id} ${answer}`);
}

function drawn(vault: Vault, name: string, { id, createdAt }: IssuedCode): Buffer {
  return Buffer.from(vault.blind(name, `${id} ${createdAt.toISOString()}`), 'base64url');
}
