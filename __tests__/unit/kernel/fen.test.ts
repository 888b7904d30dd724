import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatMoney, formatYuan, parseYuan, sumFen } from '@/lib/kernel/fen';

describe('parseYuan', () => {
  it.each([
    ['1234.5', 1234_50],
    ['1,234.50', 1234_50],
    ['12,345,678', 12_345_678_00],
    ['１，２３４．５０', 1234_50],
    ['￥1,234.50', 1234_50],
    [' ¥ 20000 元 ', 20_000_00],
    ['0', 0],
    ['0.01', 1],
    ['007', 7_00],
    ['999999999999.99', 999_999_999_999_99],
  ])('reads %s as %i fen', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['¥', 'empty'],
    ['abc', 'format'],
    ['-1', 'format'],
    ['1,23', 'format'],
    ['1234,567', 'format'],
    ['1.2.3', 'format'],
    ['1 2', 'format'],
    ['1e5', 'format'],
    ['.5', 'format'],
    ['5.', 'format'],
    ['1.005', 'too-many-decimals'],
    ['1000000000000', 'too-large'],
  ])('refuses %j as %s', (text, refusal) => {
    expect(parseYuan(text)).toEqual({ ok: false, refusal });
  });

  it('reads back to the fen whatever was formatted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_99 }), (fen) => {
        expect(parseYuan(formatMoney(fen))).toEqual({ ok: true, value: fen });
      }),
    );
  });

  it('answers a whole number of fen or a refusal, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,.¥元 -e') }), (text) => {
        const read = parseYuan(text);
        expect(!read.ok || (Number.isSafeInteger(read.value) && read.value >= 0)).toBe(true);
      }),
    );
  });
});

describe('formatYuan and formatMoney', () => {
  it.each([
    [123_456_78, '123,456.78', '¥123,456.78'],
    [0, '0.00', '¥0.00'],
    [5, '0.05', '¥0.05'],
    [100_00, '100.00', '¥100.00'],
    [1_000_00, '1,000.00', '¥1,000.00'],
    [-5, '-0.05', '-¥0.05'],
    [-123_456_78, '-123,456.78', '-¥123,456.78'],
    [-0, '0.00', '¥0.00'],
  ])('writes %i fen as %s', (fen, yuan, money) => {
    expect(formatYuan(fen)).toBe(yuan);
    expect(formatMoney(fen)).toBe(money);
  });

  it('throws on a fraction of a fen rather than round it', () => {
    expect(() => formatYuan(0.5)).toThrow(RangeError);
    expect(() => formatYuan(Number.NaN)).toThrow(RangeError);
  });
});

describe('sumFen', () => {
  it('adds up, and nothing is 0', () => {
    expect(sumFen([50_000_00, 20_000_00, 1])).toBe(70_000_01);
    expect(sumFen([])).toBe(0);
  });

  it('throws when a part is a fraction or the sum leaves the safe integers', () => {
    expect(() => sumFen([0.5, 0.5])).toThrow(RangeError);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});
