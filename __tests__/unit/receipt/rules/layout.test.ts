import { describe, expect, it } from '@jest/globals';

import { measureWith } from '@/lib/paper/render/fonts';
import { CONTENT, FRAME, MARK_QUIET, MARKS, QR, QR_QUIET, SEAL_ZONE, VALUE_TYPE_MIN } from '@/lib/paper/rules/geometry';
import { layOutReceipt } from '@/lib/receipt/rules/layout';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import type { PrintedText, Sheet } from '@/lib/paper/rules/sheet';
import { LEADING, valueCells } from '@/lib/paper/rules/sheet';

import { aReceiptModel, someTalents } from '../../../builders/receipt-model';
import { FONTS } from '../support/fonts';
import { aReceiptWithLongNames } from '../support/long-names';

const measure = measureWith(FONTS);
const layOut = (model: ReceiptModel) => layOutReceipt(model, measure);
const withTalents = (count: number) => layOut(aReceiptModel({ lines: someTalents(count) }));
const lineOf = (sheet: Sheet, key: string) => sheet.texts.find((text) => text.key === key)?.lines.join('');
const numbersOn = (sheet: Sheet) => sheet.texts.flatMap(({ key, lines }) => (key.endsWith('.position') ? lines : []));

/** What the printed lines really cover, in mm. */
function inkOf({ box, lines, size, face }: PrintedText) {
  const height = ((lines.length - 1) * LEADING + 1) * size;
  const width = Math.max(...lines.map((line) => measure(line, face))) * size;
  return { x: box.x, y: box.y + (box.height - height) / 2, width, height };
}

const cases: [string, readonly Sheet[]][] = [
  ['one talent', withTalents(1)],
  ['eight talents', withTalents(8)],
  ['two hundred talents', withTalents(200)],
  ['very long names', layOut(aReceiptWithLongNames())],
];

describe.each(cases)('a receipt with %s', (_, sheets) => {
  const texts = sheets.flatMap((sheet) => sheet.texts);

  it('prints every text inside its box', () => {
    for (const text of texts) {
      const ink = inkOf(text);
      expect(ink.width).toBeLessThanOrEqual(text.box.width + 1e-6);
      expect(ink.height).toBeLessThanOrEqual(text.box.height - 0.4);
    }
  });

  it('prints the values of the table large enough for a photograph', () => {
    const cells = texts.filter(({ key, role }) => role === 'value' && !['payer', 'payee', 'pageCode'].includes(key));
    const amounts = /amount$|^total$/;
    for (const { key, size } of cells) {
      if (!amounts.test(key)) expect({ key, size }).toEqual({ key, size: Math.max(size, VALUE_TYPE_MIN) });
    }
  });

  it('keeps to its column and clear of the QR, the seal zone and the marks', () => {
    const zones = [
      { ...QR, by: QR_QUIET },
      ...MARKS.map(({ rect }) => ({ ...rect, by: MARK_QUIET })),
      ...(sheets.length === 1 ? [{ ...SEAL_ZONE, by: 0 }] : []),
    ];
    for (const text of texts.filter(({ align }) => align === 'start')) {
      const ink = inkOf(text);
      expect(ink.x).toBeGreaterThanOrEqual(CONTENT.x);
      expect(ink.x + ink.width).toBeLessThanOrEqual(CONTENT.x + CONTENT.width);
      expect(ink.y + ink.height).toBeLessThan(FRAME.y + FRAME.height);
      for (const { x, y, width, height, by } of zones) {
        const isClear =
          ink.x >= x + width + by ||
          ink.x + ink.width <= x - by ||
          ink.y >= y + height + by ||
          ink.y + ink.height <= y - by;
        expect({ key: text.key, isClear }).toEqual({ key: text.key, isClear: true });
      }
    }
  });
});

describe('the pages of a receipt', () => {
  it('have air in every row, even when every value is as long as the model allows', () => {
    const [payee, purpose, programmeName, bankName] = [...'苏州园区'].map((character) => character.repeat(80));
    const worst = {
      ...aReceiptWithLongNames(),
      ...aReceiptModel({
        lines: [{ name: '欧'.repeat(50), categoryLabel: '类'.repeat(40), amountFen: 987_654_321_987_65 }],
      }),
      ...{ payee, purpose, programmeName },
      account: { holder: payee, number: '3'.repeat(30), bankName, cnapsCode: '999305000012' },
      contact: { name: '人'.repeat(50), phone: '0512-66680000-801234' },
    } as ReceiptModel;
    const tableKeys = /^(payee|uscc|purpose|programme|batch|account|contact|total|line|rest)/;
    for (const sheet of layOut(worst)) {
      const cells = sheet.texts.filter(({ key, box }) => tableKeys.test(key) && box.y >= 68);
      expect(Math.min(...cells.map((cell) => cell.box.height - inkOf(cell).height))).toBeGreaterThan(1);
    }
  });

  it('are one for up to eight talents with short names', () => {
    expect(withTalents(8)).toHaveLength(1);
    expect(withTalents(9)).toHaveLength(2);
  });

  it('name every talent once, in order, over all pages', () => {
    expect(withTalents(200).flatMap(numbersOn)).toEqual(Array.from({ length: 200 }, (_, index) => String(index + 1)));
  });

  it('say on the first what is on the annex, and carry the sums from page to page', () => {
    const lines = someTalents(60).map((line) => ({ ...line, amountFen: 1_000_00 }));
    const [first, second, third] = layOut(aReceiptModel({ lines }));
    if (!first || !second || !third) throw new Error('three pages were expected');
    expect(lineOf(first, 'rest.text')).toBe('第 8 至 60 号详见附页，共 60 人');
    expect(lineOf(first, 'rest.amount')).toBe('53,000.00');
    expect(lineOf(second, 'carried-from.amount')).toBe('7,000.00');
    const carried = lineOf(second, 'carried-over.amount');
    expect(carried).toBe(`${Number(numbersOn(second).at(-1))},000.00`);
    expect(lineOf(third, 'carried-from.amount')).toBe(carried);
    expect(lineOf(third, 'total.amount')).toBe('60,000.00');
    expect(lineOf(third, 'pageNumber')).toBe('第 3 页，共 3 页');
  });

  it('give the place of every value, each under a name of its own', () => {
    const cells = withTalents(30).flatMap(valueCells);
    expect(new Set(cells.map(({ page, key }) => `${page} ${key}`)).size).toBe(cells.length);
    expect(cells.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['payee', 'account.number', 'total', 'line-30.amount']),
    );
  });
});
