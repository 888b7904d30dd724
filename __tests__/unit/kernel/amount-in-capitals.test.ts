import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { readCapitals } from './capitals-reader';

// Accepted forms by 正确填写票据和结算凭证的基本规定 (支付结算办法, appendix); 1409.50, 6007.14, 1680.32, 107000.53,
// 16409.02 and 325.04 are examples that the rules print themselves.
const TABLE = `
0.01 人民币壹分
0.10 人民币壹角整
0.11 人民币壹角壹分
1.00 人民币壹元整
1.05 人民币壹元零伍分
1.10 人民币壹元壹角整
10.00 人民币壹拾元整
10.05 人民币壹拾元零伍分
10.50 人民币壹拾元伍角整
20.00 人民币贰拾元整
100.00 人民币壹佰元整
101.00 人民币壹佰零壹元整
110.00 人民币壹佰壹拾元整
325.04 人民币叁佰贰拾伍元零肆分
1005.00 人民币壹仟零伍元整
1010.00 人民币壹仟零壹拾元整
1409.50 人民币壹仟肆佰零玖元伍角整
1680.32 人民币壹仟陆佰捌拾元叁角贰分
6007.14 人民币陆仟零柒元壹角肆分
10000.00 人民币壹万元整
10005.00 人民币壹万零伍元整
10010.00 人民币壹万零壹拾元整
16409.02 人民币壹万陆仟肆佰零玖元零贰分
20000.50 人民币贰万元伍角整
100000.00 人民币壹拾万元整
100500.00 人民币壹拾万零伍佰元整
101000.00 人民币壹拾万零壹仟元整
107000.53 人民币壹拾万零柒仟元伍角叁分
300000.00 人民币叁拾万元整
1000010.01 人民币壹佰万零壹拾元零壹分
1001000.00 人民币壹佰万零壹仟元整
10000001.00 人民币壹仟万零壹元整
10010000.00 人民币壹仟零壹万元整
100000000.00 人民币壹亿元整
100000001.00 人民币壹亿零壹元整
100010000.00 人民币壹亿零壹万元整
101000000.00 人民币壹亿零壹佰万元整
1000000001.50 人民币壹拾亿零壹元伍角整
1000100010.00 人民币壹拾亿零壹拾万零壹拾元整
100000010000.00 人民币壹仟亿零壹万元整
123456789012.34 人民币壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分
999999999999.99 人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分`;

const ROWS = TABLE.trim()
  .split('\n')
  .map((row) => row.split(' ') as [string, string]);

const anyAmount = fc.oneof(
  fc.integer({ min: 1, max: 999_999_999_999_99 }),
  fc.integer({ min: 1, max: 100_000_00 }),
  // Long runs of zeros are where such code goes wrong.
  fc.array(fc.constantFrom(0, 0, 0, 1, 9), { minLength: 1, maxLength: 14 }).map((d) => Number(d.join('')) || 1),
);

describe('amountInCapitals', () => {
  it.each(ROWS)('writes %s as %s', (yuan, capitals) => {
    expect(amountInCapitals(Number(yuan.replace('.', '')))).toBe(capitals);
  });

  it('can be read back to the same fen, by a reader that shares no code with it', () => {
    fc.assert(
      fc.property(anyAmount, (fen) => {
        expect(readCapitals(amountInCapitals(fen))).toBe(fen);
      }),
      { numRuns: 2000 },
    );
  });

  it('has no double 零, none before a unit, none before 整, and no space to write in', () => {
    fc.assert(
      fc.property(anyAmount, (fen) => {
        expect(amountInCapitals(fen)).toMatch(/^人民币[^\s零]/);
        expect(amountInCapitals(fen)).not.toMatch(/零零|零[拾佰仟万亿元角分整]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('ends in 整 exactly when no fen follow', () => {
    fc.assert(
      fc.property(anyAmount, (fen) => {
        expect(amountInCapitals(fen).endsWith('整')).toBe(fen % 10 === 0);
      }),
    );
  });

  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1_000_000_000_000_00])('throws on %d fen', (fen) => {
    expect(() => amountInCapitals(fen)).toThrow(RangeError);
  });
});
