import { sha256OfWords } from '@/lib/kernel/sha256';

/**
 * What a computer works out in place of reading a picture. The server has drawn a secret and cut it into parts; of each
 * part it gives a mark, a hash that only trying the numbers one after another leads back from.
 */
export type Puzzle = { readonly salt: string; readonly marks: readonly string[] };

/**
 * How much work that is: 8 parts of 5 hexadecimal digits, each found after 524,288 hashes on average and 1,048,576 at
 * most. Together 4.2 million, give or take a fifth; a single large part would take anything from nothing to twice that.
 * Measured: one core of a server at 2.5 GHz needs 2.4 s (1.4 to 3.3 in twenty puzzles). That makes 2 to 4 s on an office
 * computer, and some 12 on a phone with a fifth of that speed. Measure by `node scripts/run.mjs scripts/measure-puzzle.ts` before changing either number.
 */
export const PUZZLE_PARTS = 8;
export const PUZZLE_DIGITS = 5;

const NUMBERS = 16 ** PUZZLE_DIGITS;
export const PUZZLE_SECRET_DIGITS = PUZZLE_PARTS * PUZZLE_DIGITS;
const SALT_WORDS = 4;
export const PUZZLE_SALT_DIGITS = SALT_WORDS * 8;
const MARK_WORDS = 2;

/** A worked answer travels in the field of the picture's; no picture's answer begins so. */
const PREFIX = 'w.';
const ANSWER = new RegExp(`^w\\.[0-9a-f]{${PUZZLE_SECRET_DIGITS}}$`);
const SALT = new RegExp(`^[0-9a-f]{${PUZZLE_SALT_DIGITS}}$`);
const MARK = new RegExp(`^[0-9a-f]{${MARK_WORDS * 8}}$`);

export const answerOfSecret = (secret: string): string => PREFIX + secret;

/** Whether this was worked out, not typed. Says nothing of whether it is right. */
export const isWorkedAnswer = (given: string): boolean => ANSWER.test(given);

/** The puzzle whose solution is `secret`, in hexadecimal like `salt`. */
export function makePuzzle(salt: string, secret: string): Puzzle {
  const hashOf = hasher(salt);
  const marks = Array.from({ length: PUZZLE_PARTS }, (_, place) => {
    const part = secret.slice(place * PUZZLE_DIGITS, (place + 1) * PUZZLE_DIGITS);
    return hexOf(hashOf(place, Number.parseInt(part, 16)));
  });
  return { salt, marks };
}

/** The answer, found by trying; `tell` hears after each part how much is done. Null for what has no solution. */
export function solvePuzzle({ salt, marks }: Puzzle, tell: (share: number) => void = () => undefined): string | null {
  const hashOf = hasher(salt);
  let secret = '';
  for (const [place, mark] of marks.entries()) {
    const number = find(hashOf, place, wordsOf(mark));
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

type HashOf = (place: number, number: number) => Int32Array;

function find(hashOf: HashOf, place: number, mark: Int32Array): number | null {
  for (let number = 0; number < NUMBERS; number += 1) {
    const hash = hashOf(place, number);
    if (hash[0] === mark[0] && hash[1] === mark[1]) return number;
  }
  return null;
}

/** SHA-256 over salt, place and number. The digest is written over by the next call: millions are asked for. */
function hasher(salt: string): HashOf {
  const words = new Int32Array(SALT_WORDS + 2);
  const digest = new Int32Array(8);
  words.set(wordsOf(salt));
  return (place, number) => {
    words[SALT_WORDS] = place;
    words[SALT_WORDS + 1] = number;
    sha256OfWords(words, digest);
    return digest;
  };
}

function wordsOf(hex: string): Int32Array {
  return Int32Array.from({ length: hex.length / 8 }, (_, index) =>
    Number.parseInt(hex.slice(index * 8, index * 8 + 8), 16),
  );
}

function hexOf(hash: Int32Array): string {
  return Array.from(hash.subarray(0, MARK_WORDS), (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
