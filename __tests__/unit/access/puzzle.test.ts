import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { requestResetSchema } from '@/lib/enterprise/rules/change.schema';
import { askResetSchema } from '@/lib/access/rules/forgot-password';
import { PICTURE_CODE_ALPHABET } from '@/lib/access/rules/picture-code';
import {
  answerOfSecret,
  isWorkedAnswer,
  makePuzzle,
  parsePuzzle,
  PUZZLE_DIGITS,
  PUZZLE_PARTS,
  PUZZLE_SALT_DIGITS,
  PUZZLE_SECRET_DIGITS,
  solvePuzzle,
} from '@/lib/access/rules/puzzle';
import { staffSignInSchema } from '@/lib/access/rules/sign-in.schema';

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const salts = hex(PUZZLE_SALT_DIGITS);
const secrets = hex(PUZZLE_SECRET_DIGITS);
// Parts that are found soon: the rule is the same, and a property is tried often.
const easyParts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: PUZZLE_PARTS, maxLength: PUZZLE_PARTS });
/** The secret of these parts; the others are 0. */
const secretOf = (parts: readonly number[]) =>
  Array.from({ length: PUZZLE_PARTS }, (_, place) =>
    (parts[place] ?? 0).toString(16).padStart(PUZZLE_DIGITS, '0'),
  ).join('');
const SALT = '00112233445566778899aabbccddeeff';

describe('a puzzle', () => {
  it('is solved by the secret that it was made of, part by part', () => {
    fc.assert(
      fc.property(salts, easyParts, (salt, parts) => {
        const shares: number[] = [];
        const answer = solvePuzzle(makePuzzle(salt, secretOf(parts)), (share) => shares.push(share));
        expect(answer).toBe(answerOfSecret(secretOf(parts)));
        expect(shares).toEqual(Array.from({ length: PUZZLE_PARTS }, (_, place) => (place + 1) / PUZZLE_PARTS));
      }),
    );
  });

  it('is solved at the very ends of what is tried', () => {
    const secret = secretOf([16 ** PUZZLE_DIGITS - 1, 0, 1]);
    expect(solvePuzzle(makePuzzle(SALT, secret))).toBe(answerOfSecret(secret));
  });

  it('shares no mark with another one, nor with another part of its own that has the same number', () => {
    fc.assert(
      fc.property(salts, salts, secrets, (salt, other, secret) => {
        fc.pre(salt !== other);
        const marks = [...makePuzzle(salt, secret).marks, ...makePuzzle(other, secret).marks];
        expect(new Set(marks).size).toBe(2 * PUZZLE_PARTS);
      }),
    );
    expect(new Set(makePuzzle(SALT, secretOf(Array.from({ length: PUZZLE_PARTS }, () => 7))).marks).size).toBe(
      PUZZLE_PARTS,
    );
  });

  it('has marks that any SHA-256 makes: of salt, place and number, 32 bits each', () => {
    const bytes = Buffer.from(`${SALT}0000000200000009`, 'hex');
    const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    expect(makePuzzle(SALT, secretOf([0, 0, 9])).marks[2]).toBe(mark);
  });

  it('without a solution is given up after the last number', () => {
    const { salt, marks } = makePuzzle(SALT, secretOf([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(solvePuzzle({ salt, marks: ['0123456789abcdef', ...marks.slice(1)] })).toBeNull();
  });

  it('comes over the network whole, or not at all', () => {
    fc.assert(
      fc.property(salts, secrets, (salt, secret) => {
        const puzzle = makePuzzle(salt, secret);
        expect(parsePuzzle(JSON.parse(JSON.stringify(puzzle)))).toEqual(puzzle);
      }),
    );
    const { salt, marks } = makePuzzle(SALT, secretOf([1, 2, 3, 4, 5, 6, 7, 8]));
    const broken = [null, 'x', {}, { salt }, { salt, marks: marks.slice(1) }, { salt: 'zz', marks }];
    expect([...broken, { salt, marks: [...marks.slice(1), 1] }].map(parsePuzzle)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });
});

describe('a worked answer', () => {
  it('is told from every answer that can be read off a picture', () => {
    fc.assert(
      fc.property(secrets, fc.string({ unit: fc.constantFrom(...PICTURE_CODE_ALPHABET) }), (secret, read) => {
        expect(isWorkedAnswer(answerOfSecret(secret))).toBe(true);
        expect(isWorkedAnswer(read)).toBe(false);
      }),
    );
  });

  it('fits into the field of each form, in which nothing else may be as long', () => {
    const id = '0192d3a4-0000-7000-8000-000000000000';
    const worked = answerOfSecret(secretOf([1, 2, 3, 4, 5, 6, 7, 8]));
    const says = (pictureCode: string) => [
      staffSignInSchema.safeParse({ username: 'first1', password: 'x', pictureCodeId: id, pictureCode }),
      askResetSchema.safeParse({ enterprise: 'x', username: 'x', channel: 'SMS', pictureCodeId: id, pictureCode }),
    ];
    expect(says(worked).map(({ success }) => success)).toEqual([true, true]);
    const tooLong = says('A'.repeat(21)).map(({ error }) => error?.issues.map(({ message }) => message));
    expect(tooLong).toEqual([['不超过 20 个字。'], ['不超过 20 个字。']]);
    const missing = says(' ').map(({ error }) => error?.issues[0]?.message);
    expect(missing).toEqual(['请填写图片中的 4 个字符。', '请填写图片中的 4 个字符。']);
    const reset = { enterprise: '苏州', account: 'admin', mobile: '13800000000', pictureCodeId: id };
    expect(requestResetSchema.safeParse({ ...reset, pictureCode: worked }).success).toBe(true);
  });
});
