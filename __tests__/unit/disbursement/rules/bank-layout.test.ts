import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bankLayoutSchema } from '@/lib/disbursement/rules/bank-layout.schema';
import { checkBankLayout, layoutPreview } from '@/lib/disbursement/rules/bank-layout-check';
import { FIRST_LAYOUTS, SAMPLE_LAYOUTS, STANDARD } from '@/lib/disbursement/rules/bank-layouts';
import { carriedByGb18030, encodeGb18030 } from '@/lib/disbursement/rules/gb18030';
import { layoutChanges } from '@/lib/disbursement/rules/layout-words';

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes);
const ALL = [...FIRST_LAYOUTS, ...SAMPLE_LAYOUTS];

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

const { order, result } = STANDARD;
const without = <C extends { field: string }>(columns: readonly C[], field: string) =>
  columns.filter((column) => column.field !== field);

describe('the layout of a bank', () => {
  it.each(ALL.map((layout) => [layout.code, layout] as const))(
    'is taken as a file, its samples read back whole: %s',
    (_code, layout) => {
      expect(checkBankLayout(JSON.parse(JSON.stringify(layout)))).toEqual({ ok: true, value: layout });
      const { read } = layoutPreview(layout);
      expect(read.unread).toEqual([]);
      expect(read.lines.map(({ outcome, reasonCode }) => [outcome, reasonCode])).toEqual([
        ['PAID', ''],
        ['FAILED', 'AC01'],
        ['RETURNED', 'AC04'],
      ]);
    },
  );

  it.each([
    ['order.header', { order: { ...order, header: null } }],
    ['order.columns', { order: { ...order, columns: without(order.columns, 'lineNumber') } }],
    ['order.columns', { order: { ...order, columns: [...order.columns, order.columns[5]] } }],
    ['order.byteOrderMark', { order: { ...order, encoding: 'gb18030' } }],
    [
      'order.columns.7.text',
      { order: { ...order, quotes: 'none', columns: [...order.columns, { field: 'text', title: 'x', text: 'a,b' }] } },
    ],
    ['result.columns', { result: { ...result, columns: without(result.columns, 'bankReference') } }],
    ['result.words', { result: { ...result, words: { ...result.words, RETURNED: ['成功'] } } }],
    ['result.reasons.没钱', { result: { ...result, reasons: { 没钱: 'XX99' } } }],
    [
      'result.columns.2.form',
      {
        result: {
          ...result,
          columns: [...result.columns.slice(0, 2), { field: 'amount', title: '金额', form: 'usd' }],
        },
      },
    ],
    ['code', { code: 'no code' }],
    ['整份配置', { colour: 'red' }],
  ])('is refused in Chinese with the place that is wrong: %s', (path, wrong) => {
    const checked = checkBankLayout({ ...STANDARD, ...wrong });
    expect(checked.ok ? [] : checked.refusal).toContainEqual(expect.stringMatching(new RegExp(`^${path}：.*[一-龥]`)));
  });

  it('is refused with everything at once', () => {
    const wrong = { ...STANDARD, order: { ...order, columns: [] }, result: { ...result, columns: [] } };
    const checked = checkBankLayout(wrong);
    expect(checked.ok ? [] : checked.refusal).toHaveLength(14);
  });

  it('is refused where its own samples would not read back', () => {
    // A digit as the mark of the outcome is no matter; a word with the separator in it is.
    const words = { PAID: ['成功|已付'], FAILED: ['失败'], RETURNED: [] };
    const wrong = { ...STANDARD, result: { ...result, separator: '|' as const, quotes: 'none' as const, words } };
    expect(bankLayoutSchema.safeParse(wrong).success).toBe(true);
    expect(checkBankLayout(wrong)).toMatchObject({ ok: false, refusal: [expect.stringMatching(/^result：/)] });
  });

  it('is compared with another version in words', () => {
    const after = { ...STANDARD, order: { ...order, remarkMax: 30 } };
    expect(layoutChanges(STANDARD, after)).toEqual([
      { area: '付款文件', what: '附言', before: '不超过 60 字', after: '不超过 30 字' },
    ]);
    expect(layoutChanges(STANDARD, STANDARD)).toEqual([]);
  });
});
