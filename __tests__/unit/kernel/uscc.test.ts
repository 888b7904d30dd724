import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Uscc } from '@/lib/kernel/uscc';
import { formatUscc, parseUscc, usccCheckCharacter } from '@/lib/kernel/uscc';
import { USCC_ALPHABET, anyUscc, textOf, withNeighboursSwapped, withOneWrong } from './arbitraries';

const VALID = '91350100M000100Y43';

describe('parseUscc', () => {
  it.each([
    ['the sample that introductions to GB 32100-2015 use', VALID],
    ['the documentation of python-stdnum', '91110000600037341L'],
    ['清华大学, as on its invoices', '12100000400000624D'],
  ])('accepts a published code: %s', (_source, code) => {
    expect(parseUscc(code)).toEqual({ ok: true, value: code });
  });

  it('forgives full width, spaces, invisible characters and lower case', () => {
    expect(parseUscc(' 91 350100 m000 100y 43\u200b\n')).toEqual({ ok: true, value: VALID });
    expect(parseUscc('９１３５０１００Ｍ０００１００Ｙ４３')).toEqual({ ok: true, value: VALID });
  });

  it.each([
    ['', 'length'],
    ['91350100M000100Y4', 'length'],
    ['91350100M000100Y433', 'length'],
    ['91350100MOOO100Y43', 'alphabet'],
    ['91350100M000100Y4I', 'alphabet'],
    ['91350100-000100Y43', 'alphabet'],
    ['91350100M000100Y44', 'check-character'],
  ])('refuses %j as %s', (text, refusal) => {
    expect(parseUscc(text)).toEqual({ ok: false, refusal });
  });

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(anyUscc, fc.nat({ max: 17 }), fc.nat(), (code, place, shift) => {
        const wrong = withOneWrong(code, place, USCC_ALPHABET, shift);
        expect(parseUscc(code).ok).toBe(true);
        expect(parseUscc(wrong)).toEqual({ ok: false, refusal: 'check-character' });
      }),
    );
  });

  it('finds every swap of two neighbours', () => {
    fc.assert(
      fc.property(anyUscc, fc.nat({ max: 16 }), (code, place) => {
        const swapped = withNeighboursSwapped(code, place);
        expect(parseUscc(swapped).ok).toBe(swapped === code);
      }),
    );
  });
});

describe('usccCheckCharacter', () => {
  it('makes a valid code of any 17 characters of the alphabet', () => {
    fc.assert(
      fc.property(textOf(USCC_ALPHABET, 17), (first17) => {
        expect(parseUscc(first17 + usccCheckCharacter(first17)).ok).toBe(true);
      }),
    );
  });

  it('throws on what cannot stand before a check character', () => {
    expect(() => usccCheckCharacter('')).toThrow(RangeError);
    expect(() => usccCheckCharacter('9135')).toThrow(RangeError);
    expect(() => usccCheckCharacter('O1350100M000100Y4')).toThrow(RangeError);
  });
});

describe('formatUscc', () => {
  it('groups for reading aloud, and the groups read back', () => {
    expect(formatUscc('91320599MA2ABCDE0L' as Uscc)).toBe('91 320599 MA2A BCDE 0L');
    expect(parseUscc(formatUscc(VALID as Uscc))).toEqual({ ok: true, value: VALID });
  });
});
