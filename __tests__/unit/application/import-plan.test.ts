import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { talentSheet } from '@/lib/application/document/talent-sheet';
import { planImport, type StandingTalent } from '@/lib/application/rules/import-plan';
import { readRows } from '@/lib/application/rules/import-rows';
import { readSpreadsheet } from '@/lib/enterprise/reading/read-spreadsheet';
import { readCell, cellText } from '@/lib/forms/rules/sheet-cell';
import { tabbedCells } from '@/lib/forms/rules/tabbed-text';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { fieldById, fieldsOf } from '@/lib/programme/rules/fields';
import { talentRecruitment as config } from '@/lib/programme/samples/talent-recruitment';
import { completeTalent, inventedResidentId } from '../../builders/answers';
import { HEADING, talentRow } from '../../builders/talent-rows';

const today = shanghaiDay('2026-11-23');
const context = { config, today, outer: {} };
const field = (id: string) => fieldById(config, id) ?? fail(id);
const read = (id: string, text: string, idType = 'RESIDENT_ID') =>
  readCell(field(id), text, { today, categories: config.categories, idType }).value;

function fail(id: string): never {
  throw new Error(`no field ${id}`);
}

function standing(id: string, seed: number, name = '陈思睿'): StandingTalent {
  const { answers, sealedClear, sealed, ...columns } = completeTalent({ category: 'C', name, seed });
  const masked = Object.fromEntries(Object.entries(sealed).map(([fieldId, one]) => [fieldId, one.masked]));
  return { ...columns, id, answers, clear: sealedClear, masked };
}

function planOf(rows: readonly (readonly string[])[], talents: readonly StandingTalent[] = []) {
  const found = readRows([HEADING, ...rows], config, 'file');
  if (!found.ok) throw new Error(found.refusal.code);
  return planImport(found.value.rows, talents, context);
}

describe('a cell', () => {
  it.each([
    '2026-03-01',
    '2026/3/1',
    '2026.3.1',
    '2026年3月1日',
    '20260301',
    '46082',
    '2026-03-01 00:00:00',
    ' ２０２６/３/１ ',
  ])('is the day that people mean by %s', (text) => expect(read('contractFrom', text)).toBe('2026-03-01'));

  it.each([
    ['insuredFrom', '202510', '2025-10'],
    ['insuredFrom', '2025年10月', '2025-10'],
    ['insuredFrom', '45931', '2025-10'],
    ['category', 'b', 'B'],
    ['category', '博士', 'B'],
    ['category', 'B 博士', 'B'],
    ['idType', '身份证', 'RESIDENT_ID'],
    ['degree', ' 硕 士 ', 'master'],
    ['annualPay', '286000.1000000003', '286,000.10'],
    ['mobile', "'13800000001", '13800000001'],
    ['idNumber', '１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
  ])('of %s reads %s as %s', (id, text, stored) => expect(read(id, text)).toBe(stored));

  it('that a spreadsheet has rounded says so', () => {
    expect(readCell(field('idNumber'), '3.2E+17', { today }).says).toMatch(/末几位丢失/);
  });

  it('of any text is read without failing, and its words are read back as the same', () => {
    const any = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1+1', '@A', '-', '1E400', '99999'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fieldsOf(config.entry)), any, (one, text) => {
        const first = readCell(one, text, { today, categories: config.categories, idType: 'PASSPORT' }).value;
        const words = cellText(one, first, config.categories);
        const again = readCell(one, words, { today, categories: config.categories, idType: 'PASSPORT' }).value;
        expect(readCell(one, again, { today, categories: config.categories, idType: 'PASSPORT' }).value).toBe(again);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a paste', () => {
  it('keeps line breaks, tabs and quotes of quoted cells, and a quote that is none', () => {
    expect(tabbedCells('a\t"b\nc"\t"d ""e"""\r\n5" 屏\t\t"未完\r\n\r\n')).toEqual([
      ['a', 'b\nc', 'd "e"'],
      ['5" 屏', '', '"未完'],
    ]);
  });

  it('without a heading has the columns of the template', () => {
    const found = readRows([talentRow({ category: 'B', name: '张明远', seed: 5 })], config, 'paste');
    expect(found.ok && found.value.rows[0]?.cells).toMatchObject({ name: '张明远', category: 'B 博士' });
  });

  it('of any text is cells of text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', '') }), (text) => {
        expect(
          tabbedCells(text)
            ?.flat()
            .every((cell) => typeof cell === 'string'),
        ).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('matching rows', () => {
  const chen = standing('00000000-0000-4000-8000-000000000001', 11);

  it('finds the same person by ID type and number, whatever the name; others are new', () => {
    const [same, renamed, other] = planOf(
      [
        talentRow({ category: 'C', name: '陈思睿', seed: 11 }),
        talentRow({ category: 'C', name: '周子涵', seed: 12 }),
        talentRow({ category: 'C', name: '周子涵', seed: 11 }),
      ]
        .slice(0, 2)
        .concat([talentRow({ category: 'C', name: '王清扬', seed: 13 })]),
      [chen, standing('00000000-0000-4000-8000-000000000002', 12, '周子寒')],
    );
    expect([same?.what, renamed?.what, other?.what]).toEqual(['same', 'changed', 'new']);
    expect(renamed).toMatchObject({ by: 'number', taken: { name: '周子涵' } });
  });

  it('says of the second row of one person that it is one too many', () => {
    const row = talentRow({ category: 'C', name: '陈思睿', seed: 20 });
    expect(planOf([row, row]).map(({ blocked }) => blocked)).toEqual([null, '与第 2 行是同一人。请合并为一行。']);
  });

  it('leaves what stands there where a cell is empty or masked, and refuses other masks', () => {
    const row = talentRow({ category: 'C', name: '', seed: 11 }, { 姓名: '', 手机号码: chen.masked.mobile ?? '' });
    expect(planOf([row], [chen])[0]).toMatchObject({ what: 'same', faults: [] });
    const other = talentRow({ category: 'C', name: '陈思睿', seed: 11 }, { 手机号码: '139****0000' });
    expect(planOf([other], [chen])[0]?.faults).toEqual([
      { fieldId: 'mobile', says: expect.stringMatching(/与名单中的不一致/) },
    ]);
  });

  it('fills in gender and birth date from the number, and says where the sheet contradicts it', () => {
    const row = talentRow({ category: 'C', name: '陈思睿', seed: 30 }, { 性别: '', 出生日期: '1990-01-01' });
    const [planned] = planOf([row]);
    expect(planned?.after.answers.birthDate).toBe(inventedResidentId(30).replace(/^.{6}(....)(..)(..).*/, '$1-$2-$3'));
    expect(planned?.faults.map(({ fieldId }) => fieldId)).toEqual(['birthDate']);
  });

  it('of an export finds nothing to do: import after export is the identity', async () => {
    const talents = [chen, standing('00000000-0000-4000-8000-000000000003', 14, '安德烈·诺瓦克')];
    const rows = talents.map(({ id, answers, clear, name, idType, category }) => {
      const all: Readonly<Record<string, string>> = { ...answers, ...clear, name, idType, category };
      const texts = fieldsOf(config.entry).map((one) => [one.id, cellText(one, all[one.id], config.categories)]);
      return { key: id, texts: Object.fromEntries(texts) as Record<string, string> };
    });
    const cells = await readSpreadsheet(await talentSheet(config, rows, { head: '甲&乙', foot: 'super' }));
    const found = cells.ok ? readRows(cells.value, config, 'file') : cells;
    if (!found.ok) throw new Error('not read');
    expect(planImport(found.value.rows, talents, context).map(({ what, by, faults }) => [what, by, faults])).toEqual([
      ['same', 'key', []],
      ['same', 'key', []],
    ]);
  });
});
