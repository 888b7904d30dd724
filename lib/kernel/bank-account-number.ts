import { normaliseCode } from './normalise-text';
import type { Result } from './result';
import { ok, refuse } from './result';

export type BankAccountFault = 'too-short' | 'too-long' | 'character';

const SHORTEST = 8;
const LONGEST = 30;

/**
 * Reads the number of a corporate account: 8 to 30 digits, leading zeros kept. Spaces and hyphens are forgiven and are
 * not part of the answer. Banks number such accounts as they like, so no check digit (Luhn) is assumed.
 */
export function parseBankAccountNumber(text: string): Result<string, BankAccountFault> {
  const number = normaliseCode(text).replace(/[-‐‑‒–—−]/g, '');
  if (!/^\d*$/.test(number)) return refuse('character');
  if (number.length < SHORTEST) return refuse('too-short');
  return number.length <= LONGEST ? ok(number) : refuse('too-long');
}

/** In groups of four, as people read it from a card: `3225 0198 8236 0000 1234`. */
export function formatBankAccount(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
