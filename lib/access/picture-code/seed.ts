import 'server-only';
import type { Vault } from '@/lib/db/vault';

/**
 * What a picture is drawn from. It follows from the id, the time of issue and a key of this server, so that the answer
 * need not be kept anywhere: the same picture comes again for the same row, and no other row has it.
 */
export function seedOf(vault: Vault, code: { readonly id: string; readonly createdAt: Date }): Uint8Array {
  return Buffer.from(vault.blind('picture_code.seed', `${code.id} ${code.createdAt.toISOString()}`), 'base64url');
}

/** What the database keeps of an answer: a hash under the server's key, salted with the id. */
export function answerHashOf(vault: Vault, id: string, answer: string): string {
  return vault.blind('picture_code.answer', `${id} ${answer}`);
}
