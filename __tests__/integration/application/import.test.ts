import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EnterpriseActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { exportTalents } from '@/lib/application/commands/export-talents';
import { importTalents } from '@/lib/application/commands/import-talents';
import { readTalents } from '@/lib/application/commands/read-talents';
import { saveTalent } from '@/lib/application/commands/save-talent';
import { markedFile, templateFile } from '@/lib/application/commands/talent-sheets';
import { undoImport } from '@/lib/application/commands/undo-import';
import { importPreview, lastImport } from '@/lib/application/import-queries';
import { draftForEdit } from '@/lib/application/queries';
import type { ImportView } from '@/lib/application/rules/import-view';
import { readSpreadsheet } from '@/lib/enterprise/reading/read-spreadsheet';
import { aDraft, handIn } from '../../builders/application';
import { aWorkbook, aZip, workbookParts } from '../../builders/spreadsheet';
import { streamOf } from '../../builders/stream-of';
import { HEADING, manyRows, talentRow } from '../../builders/talent-rows';
import { applicationWorld, type ApplicationWorld } from './application-world';

let world: ApplicationWorld;
let clerk: Context<EnterpriseActor>;
let applicationId: string;
let talentIds: readonly string[];
beforeAll(async () => {
  world = await applicationWorld();
  clerk = { ...world.clerk, ports: { ...world.clerk.ports, spreadsheets: { read: readSpreadsheet } } };
});
afterAll(() => world.drop());
beforeEach(async () => {
  await world.db.application.updateMany({ where: { status: 'DRAFT' }, data: { discardedAt: new Date() } });
  ({ applicationId, talentIds } = await aDraft(clerk, { withoutPapers: true }));
});

const draft = async () => (await draftForEdit(clerk, applicationId)).draft;
const upload = (bytes: Uint8Array, ctx = clerk) =>
  readTalents(ctx, { applicationId, source: 'file', name: '人才.xlsx' }, streamOf(bytes));
const sheet = (...rows: readonly string[][]) => aWorkbook([HEADING, ...rows]);
const take = ({ id, seen }: ImportView, which: 'right' | 'all' = 'right') =>
  importTalents(clerk, { applicationId, importId: id, which, seen });
function must<T>(answer: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}
const exported = async (isWhole: boolean, submission: number | null = null) =>
  must(await exportTalents(clerk, { applicationId, submission, isWhole })).bytes;

describe('reading a sheet of talents', () => {
  it('says what is new, changed, the same and wrong, and changes nothing', async () => {
    const before = await draft();
    const view = must(
      await upload(
        sheet(
          talentRow({ category: 'B', name: '欧阳文静', seed: 101 }),
          talentRow({ category: 'D', name: '张明远', seed: 102 }, { 岗位: '总工程师' }),
          talentRow({ category: 'C', name: '陈思睿', seed: 103 }),
          talentRow({ category: 'C', name: '周子涵', seed: 104 }, { 合同结束日期: '2028-02-30' }),
        ),
      ),
    );
    expect(view.counts).toEqual({ added: 1, changed: 1, same: 1, wrong: 1 });
    expect(view.rows[0]).toMatchObject({
      by: 'number',
      differences: [{ label: '岗位', before: '算法工程师', after: '总工程师' }],
    });
    expect(view.rows[2]).toMatchObject({
      line: 5,
      faults: [{ label: '合同结束日期', says: '没有这一天，请核对年月日。' }],
    });
    expect(await draft()).toEqual(before);
  });

  it('keeps no ID number in the clear', async () => {
    const [row = []] = manyRows(1, 900);
    must(await upload(sheet(row)));
    const number = row.find((cell) => /^\d{17}/.test(cell)) ?? 'none';
    const kept = await world.db.$queryRaw<
      { text: string }[]
    >`SELECT t::text AS text FROM talent_import t UNION ALL SELECT s::text FROM sealed_value s`;
    expect(kept.filter(({ text }) => text.includes(number))).toEqual([]);
  });

  it('refuses what is too large, a bomb, more rows than the programme allows, and what has no heading', async () => {
    const codeOf = async (bytes: Uint8Array) => {
      const answer = await upload(bytes);
      return answer.ok ? 'taken' : answer.refusal.code;
    };
    expect(await codeOf(new Uint8Array(5 * 1024 * 1024 + 1))).toBe('sheet-too-large');
    const bomb = aZip([...workbookParts('<x/>'), { name: 'xl/bomb.xml', bytes: new Uint8Array(33 * 1024 * 1024) }]);
    expect(await upload(bomb)).toMatchObject({ refusal: { code: 'sheet-refused', fault: 'too-large' } });
    expect(await codeOf(sheet(...Array.from({ length: 501 }, () => ['张明远'])))).toBe('import-too-many-rows');
    expect(
      await codeOf(
        aWorkbook([
          ['甲', '乙'],
          ['1', '2'],
        ]),
      ),
    ).toBe('import-no-heading');
    expect(await codeOf(sheet())).toBe('import-no-rows');
  });

  it('is denied to others, and their sheets are not found', async () => {
    const { id } = must(await upload(sheet(...manyRows(1, 700))));
    const stranger = { ...world.stranger, ports: clerk.ports };
    expect(await upload(sheet(...manyRows(1)), stranger)).toMatchObject({ refusal: { code: 'not-found' } });
    await expect(importPreview(stranger, applicationId, id)).rejects.toBeInstanceOf(Denied);
    await expect(markedFile(stranger, applicationId, id)).rejects.toBeInstanceOf(Denied);
    await expect(exportTalents(stranger, { applicationId, submission: null, isWhole: true })).rejects.toBeInstanceOf(
      Denied,
    );
    const input = { applicationId, importId: id, which: 'right', seen: '' } as const;
    expect(await importTalents(stranger, input)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await undoImport(stranger, { applicationId, importId: id })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});

describe('taking a sheet over', () => {
  it('adds 450 talents at once, complete and in the order of the sheet, with one row in the log', async () => {
    const view = must(await upload(sheet(...manyRows(450, 1000))));
    const done = must(await take(view));
    expect(done).toMatchObject({ added: 450, changed: 0, left: 0 });
    const { talents } = await draft();
    expect(talents).toHaveLength(452);
    expect(talents[2]).toMatchObject({ name: '陈清扬', sealed: { idNumber: { ok: true }, mobile: { ok: true } } });
    expect(talents[451]?.position).toBe(452);
    const row = await world.db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(Number(row.expectedFen)).toBe(500_000_00);
    const log = await world.db.auditEntry.findMany({
      where: { subjectId: applicationId, action: 'application.import' },
    });
    expect(log.map(({ detail }) => detail)).toEqual([expect.objectContaining({ added: 450, rows: 450 })]);
  });

  it('does nothing twice, however often it is clicked', async () => {
    const view = must(await upload(sheet(...manyRows(3, 2000))));
    const answers = await Promise.all([take(view), take(view), take(view)]);
    expect(answers.map((answer) => answer.ok && answer.value.added)).toEqual([3, 3, 3]);
    expect((await draft()).talents).toHaveLength(5);
    const again = must(await upload(sheet(...manyRows(3, 2000))));
    expect(again.counts).toEqual({ added: 0, changed: 0, same: 3, wrong: 0 });
  });

  it('leaves wrong rows out, or takes them as they stand where that was chosen', async () => {
    const rows = [
      talentRow({ category: 'C', name: '陈思睿', seed: 103 }),
      talentRow({ category: 'C', name: '周子涵', seed: 104 }, { 合同结束日期: '三年后' }),
    ];
    expect(must(await take(must(await upload(sheet(...rows))))).added).toBe(1);
    expect(must(await take(must(await upload(sheet(...rows))), 'all'))).toMatchObject({ added: 1, left: 0 });
    expect((await draft()).talents.at(-1)?.answers.contractTo).toBe('三年后');
  });

  it('says what another window saved meanwhile, and overwrites nothing that was not shown', async () => {
    const changed = talentRow({ category: 'D', name: '张明远', seed: 102 }, { 岗位: '总工程师' });
    const view = must(await upload(sheet(changed)));
    const { revision } = await draft();
    const [, talentId = ''] = talentIds;
    const changes = [{ fieldId: 'school', was: '示例理工大学', value: '另一所大学' }];
    must(await saveTalent(clerk, { applicationId, talentId, base: revision, changes }));
    expect(await take(view)).toMatchObject({ refusal: { code: 'import-moved' } });
    const anew = await importPreview(clerk, applicationId, view.id);
    expect(anew.rows[0]?.differences).toContainEqual({
      label: '毕业院校',
      before: '另一所大学',
      after: '示例理工大学',
    });
    expect((await take(anew)).ok).toBe(true);
  });

  it('is undone as a whole until somebody edits', async () => {
    const before = await draft();
    const rows = [
      talentRow({ category: 'D', name: '张明远', seed: 102 }, { 岗位: '总工程师', 手机号码: '13800009999' }),
      ...manyRows(2, 3000),
    ];
    const first = must(await take(must(await upload(sheet(...rows)))));
    expect(await lastImport(clerk, applicationId)).toMatchObject({ added: 2, changed: 1, revision: first.revision });
    expect((await undoImport(clerk, { applicationId, importId: first.id })).ok).toBe(true);
    const after = await draft();
    expect(after.talents).toEqual(before.talents);
    const undo = { applicationId, importId: first.id };
    expect(await undoImport(clerk, undo)).toMatchObject({ refusal: { code: 'import-gone' } });
    const second = must(await take(must(await upload(sheet(...rows)))));
    const changes = [{ fieldId: 'school', was: '示例理工大学', value: '另一所大学' }];
    must(await saveTalent(clerk, { applicationId, talentId: talentIds[0] ?? '', base: second.revision, changes }));
    expect(await undoImport(clerk, { applicationId, importId: second.id })).toMatchObject({
      refusal: { code: 'import-edited-since' },
    });
  });
});

describe('exporting', () => {
  it('and importing again changes nothing, masked or whole, and the log has every export', async () => {
    for (const isWhole of [false, true]) {
      const view = must(await upload(await exported(isWhole)));
      expect(view).toMatchObject({ counts: { added: 0, changed: 0, same: 2, wrong: 0 }, rows: [] });
    }
    const log = await world.db.auditEntry.findMany({
      where: { subjectId: applicationId, action: 'application.export' },
    });
    expect(log.map(({ word }) => word)).toEqual(['导出引进人才', '导出引进人才（完整号码）']);
  });

  it('gives masked numbers unless the whole is asked for', async () => {
    const numbersIn = async (isWhole: boolean) => {
      const cells = await readSpreadsheet(await exported(isWhole));
      return cells.ok ? cells.value.slice(1).map((row) => row.find((cell) => /^\d{3}[\d*]{14}/.test(cell))) : [];
    };
    expect(await numbersIn(false)).toEqual([expect.stringMatching(/\*/), expect.stringMatching(/\*/)]);
    expect(await numbersIn(true)).toEqual([expect.stringMatching(/^\d{17}/), expect.stringMatching(/^\d{17}/)]);
  });

  it('has what was handed in, whatever the draft says by now', async () => {
    await world.db.application.update({ where: { id: applicationId }, data: { discardedAt: new Date() } });
    ({ applicationId } = await aDraft(clerk, { talents: [{ category: 'B', name: '郑知远', seed: 77 }] }));
    await handIn(clerk, applicationId);
    const cells = await readSpreadsheet(await exported(true, 1));
    expect(cells.ok && cells.value[1]?.[1]).toBe('郑知远');
  });

  it('writes what looks like a formula as text, and its own template is a right heading', async () => {
    const rows = [talentRow({ category: 'C', name: '陈思睿', seed: 103 }, { 岗位: '=1+1', 毕业院校: '@SUM(A1)' })];
    must(await take(must(await upload(sheet(...rows)))));
    const cells = await readSpreadsheet(await exported(true));
    expect(cells.ok && cells.value[3]).toEqual(expect.arrayContaining(['=1+1', '@SUM(A1)']));
    expect(await upload(await templateFile(clerk, applicationId))).toMatchObject({
      refusal: { code: 'import-no-rows' },
    });
  });

  it('marks the errors of a sheet in a copy that can be mended and imported', async () => {
    const wrong = talentRow({ category: 'C', name: '周子涵', seed: 104 }, { 税前年薪: '很高' });
    const { id } = must(await upload(sheet(wrong)));
    const cells = await readSpreadsheet(await markedFile(clerk, applicationId, id));
    expect(cells.ok && cells.value[0]?.[0]).toBe('导入结果');
    expect(cells.ok && cells.value[1]?.[0]).toMatch(/^有误：金额应为数字/);
    const again = must(await upload(await markedFile(clerk, applicationId, id)));
    expect(again.rows[0]?.faults).toHaveLength(1);
  });
});
