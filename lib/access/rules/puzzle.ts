import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/**
 * What a computer works out in place of reading a picture. The server has drawn a secret and cut it into parts; of each
 * part it gives a mark, a hash that only trying the numbers one after another leads back from.
 */
export type Puzzle = { readonly salt: string; readonly marks: readonly string[] };

/**
 * How much work that is: 16 parts of 4 hexadecimal digits, each found after 32,768 hashes on average and 65,536 at most.
 * Together half a million, give or take a seventh; a single large part would take anything from nothing to twice that.
 * Measured: one busy core of a server at 2.5 GHz needs 1.4 s (0.9 to 2.1 in twenty puzzles), a phone with a fifth of that
 * speed some 7. Measure by `node scripts/run.mjs scripts/measure-puzzle.ts` before changing either number.
 */
export const PUZZLE_PARTS = 16;
export const PUZZLE_DIGITS = 4;

const NUMBERS = 16 ** PUZZLE_DIGITS;
export const PUZZLE_SECRET_DIGITS = PUZZLE_PARTS * PUZZLE_DIGITS;
const SALT_BYTES = 16;
export const PUZZLE_SALT_DIGITS = SALT_BYTES * 2;
const MARK_BYTES = 8;

/** A worked answer travels in the field of the picture's; no picture's answer begins so. */
const PREFIX = 'w.';
const ANSWER = new RegExp(`^w\\.[0-9a-f]{${PUZZLE_SECRET_DIGITS}}$`);
const SALT = new RegExp(`^[0-9a-f]{${PUZZLE_SALT_DIGITS}}$`);
const MARK = new RegExp(`^[0-9a-f]{${MARK_BYTES * 2}}$`);

export const answerOfSecret = (secret: string): string => PREFIX + secret;

/** Whether this was worked out, not typed. Says nothing of whether it is right. */
export const isWorkedAnswer = (given: string): boolean => ANSWER.test(given);

/** The puzzle whose solution is `secret`, in hexadecimal like `salt`. */
export function makePuzzle(salt: string, secret: string): Puzzle {
  const hashOf = hasher(salt);
  const marks = Array.from({ length: PUZZLE_PARTS }, (_, place) => {
    const part = secret.slice(place * PUZZLE_DIGITS, (place + 1) * PUZZLE_DIGITS);
    return bytesToHex(hashOf(place, Number.parseInt(part, 16)).subarray(0, MARK_BYTES));
  });
  return { salt, marks };
}

/** The answer, found by trying; `tell` hears after each part how much is done. Null for what has no solution. */
export function solvePuzzle({ salt, marks }: Puzzle, tell: (share: number) => void = () => undefined): string | null {
  const hashOf = hasher(salt);
  let secret = '';
  for (const [place, mark] of marks.entries()) {
    const number = find(hashOf, place, hexToBytes(mark));
    if (number === null) return null;
    secret += number.toString(16).padStart(PUZZLE_DIGITS, '0');
    tell((place + 1) / marks.length);
  }
  return answerOfSecret(secret);
}

/** A puzzle as it came over the network. */
export function parsePuzzle(given: unknown): Puzzle | null {
  const { salt, marks } = (given ?? {}) as Partial<Record<keyof Puzzle, unknown>>;
  if (typeof salt !== 'string' || !SALT.test(salt)) return null;
  if (!Array.isArray(marks) || marks.length !== PUZZLE_PARTS) return null;
  const areMarks = marks.every((mark) => typeof mark === 'string' && MARK.test(mark));
  return areMarks ? { salt, marks: marks as string[] } : null;
}

type HashOf = (place: number, number: number) => Uint8Array;

function find(hashOf: HashOf, place: number, mark: Uint8Array): number | null {
  for (let number = 0; number < NUMBERS; number += 1) {
    const hash = hashOf(place, number);
    // Nearly all differ in the first byte, and millions are looked at.
    if (hash[0] === mark[0] && mark.every((byte, index) => hash[index] === byte)) return number;
  }
  return null;
}

/**
 * SHA-256 over salt, place and number. Not WebCrypto's: that answers each of millions by a promise, and is missing where
 * the site is served over http.
 */
function hasher(salt: string): HashOf {
  const message = new Uint8Array(SALT_BYTES + 8);
  const numbers = new DataView(message.buffer, SALT_BYTES);
  message.set(hexToBytes(salt));
  return (place, number) => {
    numbers.setUint32(0, place);
    numbers.setUint32(4, number);
    return sha256(message);
  };
}
