import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { Denied } from '@/lib/access/authorise';
import { exportCases } from '@/lib/export/commands/export-cases';
import { exportMoney } from '@/lib/export/commands/export-money';
import { exportTalents } from '@/lib/export/commands/export-talents';
import type { ExportAnswer } from '@/lib/export/commands/begin-export';
import { aSubmittedCase, someone } from '../review/a-submitted-case';
import { reviewWorld, type ReviewWorld } from '../review/review-world';

let world: ReviewWorld;
beforeAll(async () => {
  world = await reviewWorld();
  for (let index = 0; index < 3; index += 1)
    await aSubmittedCase(world, { talents: [someone('B', '=甲'), someone(index === 0 ? 'A' : 'D')] });
});
afterAll(() => world.drop());

const sheetOf = async (answer: ExportAnswer) => {
  if (!answer.ok) throw new Error(answer.refusal.code);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await new Response(answer.value.body).arrayBuffer());
  const sheet = book.getWorksheet('数据');
  const rows = Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, index) => sheet?.getRow(index + 2));
  const headings = sheet?.getRow(1).values as string[];
  return { rows, value: (row: number, heading: string) => rows[row]?.getCell(headings.indexOf(heading)).value };
};
const thisYear = { programme: 'talent-recruitment', year: 2026 };

describe('an export', () => {
  it('takes out the queue as filtered, and the log says with which filter and how many rows', async () => {
    const ctx = world.people.first1;
    const { rows } = await sheetOf(await exportCases(ctx, { stage: 'FIRST', search: { view: 'todo', category: 'A' } }));
    expect(rows).toHaveLength(1);
    const [entry] = await world.db.auditEntry.findMany({ where: { action: 'export.cases' } });
    expect(entry).toMatchObject({
      actorId: ctx.actor.id,
      detail: { rows: 1, filter: ['全部待办', 'A 类', '期限先后'] },
    });
  });

  it('takes out talents with masked numbers, and with whole ones only where asked for', async () => {
    const masked = await sheetOf(await exportTalents(world.people.first1, { ...thisYear, isWhole: false }));
    expect(masked.rows).toHaveLength(6);
    expect(masked.value(0, '姓名')).toBe("'=甲");
    expect(masked.value(0, '证件号码')).toContain('*');
    const whole = await sheetOf(await exportTalents(world.people.first1, { ...thisYear, isWhole: true }));
    expect(whole.rows).toHaveLength(6);
  });

  it('is for those whose work it is', async () => {
    await expect(exportMoney(world.people.first1, {})).rejects.toThrow(Denied);
    await expect(exportTalents(await world.aStaff('w', 'WINDOW'), { ...thisYear, isWhole: false })).rejects.toThrow(
      Denied,
    );
  });

  it('takes out money for finance, and is refused after twenty times in an hour', async () => {
    const maker = await world.aStaff('maker', 'FINANCE_MAKER');
    for (let time = 0; time < 20; time += 1) expect((await exportMoney(maker, {})).ok).toBe(true);
    expect(await exportMoney(maker, {})).toMatchObject({ ok: false, refusal: { code: 'too-many-exports' } });
  });
});
