import { normaliseCode } from './normalise-text';
import type { Result } from './result';
import { ok, refuse } from './result';

/** A valid 统一社会信用代码: 18 characters, upper case. */
export type Uscc = string & { readonly __brand: 'Uscc' };

export type UsccFault = 'length' | 'alphabet' | 'check-character';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = ALPHABET.length;

/**
 * Reads a 统一社会信用代码 by GB 32100-2015. Full width, spaces and lower case are forgiven.
 * The alphabet has no I, O, S, V, Z. The modulus is prime, so one wrong character or two swapped ones are always found.
 */
export function parseUscc(text: string): Result<Uscc, UsccFault> {
  const code = normaliseCode(text);
  if (code.length !== 18) return refuse('length');
  if ([...code].some((character) => !ALPHABET.includes(character))) return refuse('alphabet');
  return code.at(-1) === usccCheckCharacter(code.slice(0, 17)) ? ok(code as Uscc) : refuse('check-character');
}

/** The 18th character for the first 17: (31 − Σ value × 3^(i−1)) mod 31. Throws RangeError outside the alphabet. */
export function usccCheckCharacter(first17: string): string {
  const values = [...first17].map((character) => ALPHABET.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) {
    throw new RangeError('a USCC has 17 characters of its alphabet before the check character');
  }
  // Horner's form of the weights: each value is tripled once for every place to its left.
  const sum = values.reduceRight((total, value) => (total * 3 + value) % MODULUS, 0);
  return ALPHABET.charAt((MODULUS - sum) % MODULUS);
}

/** Grouped for reading aloud: kind, region, then the rest in fours, `91 320599 MA2A BCDE 0L`. */
export function formatUscc(uscc: Uscc): string {
  return uscc.replace(/^(.{2})(.{6})(.{4})(.{4})(.{2})$/, '$1 $2 $3 $4 $5');
}
