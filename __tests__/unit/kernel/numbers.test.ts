import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { batchNumber, formatNumber, parseNumber } from '@/lib/kernel/numbers';
import { withNeighboursSwapped, withOneWrong } from './arbitraries';

const anyPrefix = fc.constantFrom('RC' as const, 'SJ' as const);
const anyYear = fc.integer({ min: 2020, max: 2099 });
const anySequence = fc.integer({ min: 1, max: 999_999 });

describe('formatNumber', () => {
  it.each([
    // German tax numbers have the same form, ten digits and ISO 7064 MOD 11,10; these two are samples of theirs.
    [3657, 426_180, 'RC36574261809'],
    [8609, 574_271, 'RC86095742719'],
  ])('has the check digit of ISO 7064 for %i and %i', (year, sequence, number) => {
    expect(formatNumber('RC', year, sequence)).toBe(number);
  });

  it('is prefix, year, six digits and check digit: 13 characters', () => {
    fc.assert(
      fc.property(anyPrefix, anyYear, anySequence, (prefix, year, sequence) => {
        const number = formatNumber(prefix, year, sequence);
        expect(number).toHaveLength(13);
        expect(number.slice(0, 12)).toBe(`${prefix}${year}${String(sequence).padStart(6, '0')}`);
        expect(parseNumber(prefix, number)).toEqual({ ok: true, value: number });
      }),
    );
  });

  it.each([
    [2026, 0],
    [2026, 1_000_000],
    [2026, 1.5],
    [26, 1],
  ])('throws on year %d, sequence %d', (year, sequence) => {
    expect(() => formatNumber('RC', year, sequence)).toThrow(RangeError);
  });
});

describe('parseNumber', () => {
  it('forgives full width, spaces, hyphens and lower case', () => {
    const number = formatNumber('RC', 2026, 503);
    expect(parseNumber('RC', ` ｒｃ ${number.slice(2, 6)}-${number.slice(6)}`)).toEqual({ ok: true, value: number });
  });

  it.each(['', 'RC', 'RC2026000503', 'RC202600050300', 'SJ20260005038', 'RC2026000503X', '20260005038'])(
    'refuses %j as format',
    (text) => {
      expect(parseNumber('RC', text)).toEqual({ ok: false, refusal: 'format' });
    },
  );

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(anyYear, anySequence, fc.nat({ max: 10 }), fc.nat(), (year, sequence, place, shift) => {
        const digits = formatNumber('RC', year, sequence).slice(2);
        const wrong = `RC${withOneWrong(digits, place, '0123456789', shift)}`;
        expect(parseNumber('RC', wrong)).toEqual({ ok: false, refusal: 'check-digit' });
      }),
      { numRuns: 2000 },
    );
  });

  it('finds at least 97 in 100 swaps of neighbouring digits', () => {
    let swaps = 0;
    let found = 0;
    for (let sequence = 1; sequence <= 999_999; sequence += 97) {
      const number = formatNumber('SJ', 2026, sequence);
      for (let place = 2; place < 12; place += 1) {
        const swapped = withNeighboursSwapped(number, place);
        if (swapped === number) continue;
        swaps += 1;
        if (!parseNumber('SJ', swapped).ok) found += 1;
      }
    }
    expect(found / swaps).toBeGreaterThan(0.97);
  });
});

describe('batchNumber', () => {
  it('is PC, year and three digits', () => {
    expect(batchNumber(2026, 7)).toBe('PC2026007');
    expect(batchNumber(2026, 999)).toBe('PC2026999');
  });

  it('grows by a digit at the thousandth of a year and throws for what no year has', () => {
    expect(batchNumber(2026, 1000)).toBe('PC20261000');
    expect(batchNumber(2026, 999_999)).toBe('PC2026999999');
    expect(() => batchNumber(2026, 1_000_000)).toThrow(RangeError);
    expect(() => batchNumber(2026, 0)).toThrow(RangeError);
  });
});
