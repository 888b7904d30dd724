import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeFor, encodeFor } from '@/lib/disbursement/rules/bank-layout';
import { FIRST_LAYOUTS, SAMPLE_LAYOUTS, STANDARD } from '@/lib/disbursement/rules/bank-layouts';
import { csvRow, readCsv } from '@/lib/disbursement/rules/csv';
import { lineNumber, paymentFileNumber } from '@/lib/disbursement/rules/numbers';
import {
  fitted,
  readPaymentFile,
  remarkOf,
  writePaymentFile,
  type PaymentOrder,
} from '@/lib/disbursement/rules/payment-file';
import { sumFen } from '@/lib/kernel/fen';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

const BANK_LAYOUTS = [...FIRST_LAYOUTS, ...SAMPLE_LAYOUTS];
const NUMBER = paymentFileNumber(2026, 12);
const order = (position: number, given: Partial<PaymentOrder> = {}): PaymentOrder => ({
  lineNumber: lineNumber(NUMBER, position),
  holder: '苏州示例智能科技有限公司',
  account: '3225019882361234',
  bankName: '示例银行苏州工业园区支行',
  cnapsCode: '999305000012',
  amountFen: 180_000_00,
  remark: remarkOf('高层次和紧缺人才招聘补贴', 'SJ20260001876'),
  ...given,
});
const content = (orders: PaymentOrder[]) => ({
  number: NUMBER,
  madeOn: shanghaiDay('2026-11-23'),
  programmeName: '高层次和紧缺人才招聘补贴',
  orders,
});

const words = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\uFEFF]/g, ''));
const orders = fc
  .array(
    fc.record({
      holder: words.map((w) => `甲${w}`),
      bankName: words,
      remark: words,
      amountFen: fc.integer({ min: 1, max: 999_999_999_99 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((rows) => rows.map((row, index) => order(index + 1, row)));

describe('the payment file', () => {
  it('begins with its control totals and carries one order per row, ready for the bank', () => {
    const text = writePaymentFile(content([order(1), order(2, { amountFen: 5 })]), STANDARD);
    expect(text.split('\r\n')).toEqual([
      '\uFEFFFK1,FK20260012,2026-11-23,高层次和紧缺人才招聘补贴,2,180000.05',
      '明细编号,户名,账号,开户行,联行号,金额,附言',
      'FK20260012-001,苏州示例智能科技有限公司,3225019882361234,示例银行苏州工业园区支行,999305000012,180000.00,高层次和紧缺人才招聘补贴 SJ20260001876',
      'FK20260012-002,苏州示例智能科技有限公司,3225019882361234,示例银行苏州工业园区支行,999305000012,0.05,高层次和紧缺人才招聘补贴 SJ20260001876',
      '',
    ]);
  });

  it.each(BANK_LAYOUTS.map((layout) => [layout.code, layout] as const))(
    'in the layout %s reads back from its bytes as it was written, whatever stands in names, banks and remarks',
    (_code, layout) => {
      fc.assert(
        fc.property(orders, (given) => {
          const bytes = encodeFor(layout.order, writePaymentFile(content(given), layout));
          const read = readPaymentFile(decodeFor(layout.order, bytes), layout);
          if (!read.ok) throw new Error(read.refusal);
          expect(read.value.orders).toEqual(given.map((one) => fitted(layout, one)));
          expect(read.value.totals).toEqual({
            count: given.length,
            totalFen: sumFen(given.map((one) => one.amountFen)),
          });
        }),
      );
    },
  );

  it('carries a Chinese name, bank and remark unchanged in every layout', () => {
    for (const layout of BANK_LAYOUTS) {
      expect(fitted(layout, order(1, { holder: '苏州㐂𠮷（示例）有限公司' }))).toMatchObject({
        holder: '苏州㐂𠮷（示例）有限公司',
        remark: '高层次和紧缺人才招聘补贴 SJ20260001876',
      });
    }
  });

  it('shortens the name of the programme where the bank carries less, never the number of the receipt', () => {
    for (const layout of BANK_LAYOUTS) {
      const { remark } = fitted(layout, order(1, { remark: remarkOf('补贴'.repeat(60), 'SJ20260001876') }));
      expect([...remark].length).toBeLessThanOrEqual(layout.order.remarkMax);
      expect(remark.endsWith(' SJ20260001876')).toBe(true);
    }
  });

  it('refuses a file in which one amount was changed or a row taken out, since its own totals then differ', () => {
    const text = writePaymentFile(content([order(1), order(2)]), STANDARD);
    expect(readPaymentFile(text.replace('180000.00,高', '180000.01,高'), STANDARD)).toEqual({
      ok: false,
      refusal: 'totals',
    });
    const rows = text.split('\r\n');
    expect(readPaymentFile([...rows.slice(0, 3), ''].join('\r\n'), STANDARD)).toEqual({ ok: false, refusal: 'totals' });
    expect(readPaymentFile('姓名,金额\r\n甲,1\r\n', STANDARD)).toEqual({ ok: false, refusal: 'layout' });
  });
});

describe('a CSV of ours', () => {
  it('runs nothing in a spreadsheet: a cell that begins a formula gets an apostrophe', () => {
    for (const start of ['=', '+', '-', '@', '\t', '＝', '＠']) {
      const [cell] = csvRow([`${start}cmd|' /C calc'!A0`]).split('\r\n');
      expect(cell).toMatch(/^"?'/);
    }
  });

  it('gives every cell back, formula signs, quotes, commas and line breaks included', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\uFEFF', ''));
    const cells = fc.array(fc.oneof(cell, fc.constantFrom('=1', "'=1", "''+2", 'a,b', '"q"', '\n', '-5')), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(cells, (given) => {
        fc.pre(given.some((one) => one.trim() !== ''));
        expect(readCsv(csvRow(given)).map((row) => row.cells)).toEqual([given]);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts lines as a text editor does, blank ones and breaks inside quotes too', () => {
    const rows = readCsv('\uFEFFa,b\r\n\r\n"x\ny",2\nlast,3');
    expect(rows.map((row) => row.line)).toEqual([1, 3, 5]);
  });
});
