import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bankLayoutSchema } from '@/lib/disbursement/rules/bank-layout';
import { BANK_LAYOUTS, STANDARD } from '@/lib/disbursement/rules/bank-layouts';
import { carriedByGb18030, encodeGb18030 } from '@/lib/disbursement/rules/gb18030';

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);

describe('GB 18030', () => {
  it('is written as the platform reads it, for every character that it has', () => {
    let carried = 0;
    for (let from = 0x80; from < 0x10000; from += 256) {
      const points = Array.from({ length: 256 }, (_, index) => from + index);
      const text = carriedByGb18030(
        String.fromCodePoint(...points.filter((point) => point < 0xd800 || point > 0xdfff)),
      );
      expect(decode(encodeGb18030(text))).toBe(text);
      carried += [...text].filter((one) => one !== '?').length;
    }
    // All of the basic plane but the halves of pairs, ASCII and a handful of private places.
    expect(carried).toBeGreaterThan(65_536 - 2_048 - 128 - 32);
  });

  it('carries every text of the further planes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const carried = carriedByGb18030(text.toWellFormed());
        expect(decode(encodeGb18030(carried))).toBe(carried);
      }),
    );
  });

  it('writes what banks expect', () => {
    expect([...encodeGb18030('A成功')]).toEqual([0x41, 0xb3, 0xc9, 0xb9, 0xa6]);
    expect(encodeGb18030('𠮷')).toHaveLength(4);
  });
});

describe('the configured layouts', () => {
  it('have codes of their own', () => {
    expect(new Set(BANK_LAYOUTS.map(({ code }) => code)).size).toBe(BANK_LAYOUTS.length);
  });

  it.each([
    ['without a control row', { header: null }],
    ['without the line id', { columns: STANDARD.columns.filter(({ field }) => field !== 'lineNumber') }],
    ['with the amount twice', { columns: [...STANDARD.columns, { field: 'amountFen', title: '分' }] }],
    ['with a mark before GB 18030', { encoding: 'gb18030' }],
  ])('are refused %s', (_what, wrong) => {
    expect(bankLayoutSchema.safeParse({ ...STANDARD, ...wrong }).success).toBe(false);
  });
});
