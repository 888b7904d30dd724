import { describe, expect, it } from '@jest/globals';

import { receiptModelSchema } from '@/lib/receipt/rules/model';

import { aReceiptModel } from '../../../builders/receipt-model';

const isSound = (model: unknown) => receiptModelSchema.safeParse(model).success;

describe('the frozen model of a receipt', () => {
  const model = aReceiptModel();

  it('is taken as it is when it is sound', () => {
    expect(receiptModelSchema.parse(model)).toEqual(model);
  });

  it('is refused when the lines do not add up to the total, even by one fen', () => {
    expect(isSound({ ...model, totalFen: model.totalFen + 1 })).toBe(false);
  });

  it('is refused without lines, and with lines that are not numbered 1, 2, 3', () => {
    expect(isSound({ ...model, lines: [], totalFen: 0 })).toBe(false);
    expect(isSound({ ...model, lines: [...model.lines].reverse() })).toBe(false);
  });

  it('is refused when a number has a wrong check digit', () => {
    expect(isSound({ ...model, number: 'SJ20260001870' })).toBe(false);
    expect(isSound({ ...model, uscc: '91320599MA2ABCDE00' })).toBe(false);
  });

  it('is refused when an amount is not a whole number of fen above zero', () => {
    for (const amountFen of [0, -1, 0.5, Number.NaN]) {
      const lines = [{ position: 1, name: '陈思远', categoryLabel: 'A 类', amountFen }];
      expect(isSound({ ...model, lines, totalFen: amountFen })).toBe(false);
    }
  });

  it('is refused when a value holds what nobody could see on paper', () => {
    for (const payee of ['', ' 苏州示例', '苏州示例 ', '苏州\n示例', '苏州\u200b示例', '苏州\u202e示例']) {
      expect(isSound({ ...model, payee })).toBe(false);
    }
  });

  it('is refused when it carries a field that would not be printed', () => {
    expect(isSound({ ...model, remark: '另付' })).toBe(false);
  });
});
