import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { downloadBatchList } from '@/lib/disbursement/commands/download-batch-list';
import { liftHold, putHold } from '@/lib/disbursement/commands/hold';
import { lapseIdle } from '@/lib/disbursement/commands/lapse-idle';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { remindDisbursements } from '@/lib/disbursement/commands/remind-disbursements';
import { reopenReceipt } from '@/lib/disbursement/commands/reopen-receipt';
import { revive } from '@/lib/disbursement/commands/revive';
import { lapsedCount, lapsedDisbursements } from '@/lib/disbursement/lapsed-queries';
import { printedBatchList } from '@/lib/disbursement/rules/batch-list';
import { batchListOf } from '@/lib/disbursement/batch-list-queries';
import { listModelSchema } from '@/lib/letter/rules/list-model';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { bringTo, done } from '../../builders/disbursement';
import {
  aClearedCase,
  assertSound,
  disbursementWorld,
  NOW,
  PAPERS,
  type DisbursementWorld,
} from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const reason = '核查后另行处理';
const standing = (id: string) => world.db.disbursement.findUniqueOrThrow({ where: { id } });
const at = async (status: Parameters<typeof bringTo>[3]) =>
  bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, status);

async function lapsed() {
  const id = await at('AWAITING_PROOF');
  const clock = (now: Date) => ({ ...world.finance.maker, now, actor: { kind: 'system', name: 'clock' } as never });
  const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
  const later = after(200);
  await remindDisbursements(clock(after(61)));
  await lapseIdle(clock(later));
  expect((await standing(id)).status).toBe('LAPSED');
  return { id, maker: world.financeAt(later).maker };
}

describe('a hold', () => {
  it('stops what binds, says so, and goes by a reason', async () => {
    const id = await at('AWAITING_CONFIRMATION');
    done('hold', await putHold(world.finance.checker, { disbursementId: id, reason }));
    const { bankAccountId, contactId } = await standing(id);
    const input = { disbursementId: id, bankAccountId: bankAccountId ?? '', contactId: contactId ?? '' };
    expect(await confirm(world.finance.clerk, input)).toMatchObject({
      refusal: { code: 'held', reason: '有关情况正在核实' },
    });
    expect(await putHold(world.finance.maker, { disbursementId: id, reason })).toMatchObject({
      refusal: { code: 'held' },
    });
    done('lift', await liftHold(world.finance.maker, { disbursementId: id, reason }));
    expect(await confirm(world.finance.clerk, input)).toMatchObject({ ok: true });
  });
});

describe('an accepted receipt', () => {
  it('is looked at again before it is paid, unless it stands in a payment file', async () => {
    const id = await at('PAYABLE');
    done('reopen', await reopenReceipt(world.finance.maker, { disbursementId: id, reason }));
    const receipt = await world.db.receipt.findFirstOrThrow({ where: { disbursementId: id } });
    expect([(await standing(id)).status, receipt.status]).toEqual(['RECEIPT_REVIEW', 'SUBMITTED']);
    await PAPERS.accept(world.finance.maker, id);
    const { programmeId } = world.programme;
    done('file', await makePaymentFile(world.finance.maker, { programmeId, disbursementIds: [id] }));
    expect(await reopenReceipt(world.finance.maker, { disbursementId: id, reason })).toMatchObject({
      refusal: { code: 'in-payment-file' },
    });
    await assertSound(world);
  });
});

describe('a lapsed disbursement', () => {
  it('stands in the list with what went back to the budget until it is revived, which only 财务制单 is offered', async () => {
    const { id, maker } = await lapsed();
    const { rows, count, totalFen, mayRevive } = await lapsedDisbursements(maker);
    expect(rows.find((row) => row.id === id)).toMatchObject({
      enterpriseName: world.own.name,
      amountFen: 150_000_00,
      openedAt: NOW,
      lapsedAt: maker.now,
      stoodAt: '待企业上传证明',
    });
    const statuses = await Promise.all(rows.map(async (row) => (await standing(row.id)).status));
    expect(new Set(statuses)).toEqual(new Set(['LAPSED']));
    expect([count, totalFen]).toEqual([rows.length, rows.reduce((sum, { amountFen }) => sum + amountFen, 0)]);
    expect(mayRevive).toBe(true);
    expect((await lapsedDisbursements(world.finance.checker)).mayRevive).toBe(false);
    expect(await lapsedCount(maker)).toBe(count);
    done('revive', await revive(maker, { disbursementId: id, reason }));
    expect((await lapsedDisbursements(maker)).rows.map((row) => row.id)).not.toContain(id);
  });

  it('begins again with its money, its room under the cap and its persons', async () => {
    const { id, maker } = await lapsed();
    const where = { enterpriseId: world.own.id };
    const before = await world.db.enterpriseYear.findFirstOrThrow({ where });
    done('revive', await revive(maker, { disbursementId: id, reason }));
    expect((await standing(id)).status).toBe('AWAITING_PROOF');
    const after = await world.db.enterpriseYear.findFirstOrThrow({ where });
    expect(after.grantedFen - before.grantedFen).toBe(150_000_00n);
    await assertSound(world);
  });

  it('stays where it is when a person of it was granted elsewhere meanwhile', async () => {
    const { id, maker } = await lapsed();
    const { applicationId } = await standing(id);
    const line = await world.db.disbursementLine.findFirstOrThrow({ where: { disbursementId: id } });
    const { programmeId } = world.programme;
    const elsewhere = { programmeId, applicationId: line.id, talentId: line.id, at: NOW };
    await world.db.grantedPerson.create({ data: { ...elsewhere, person: line.person ?? '' } });
    expect(await revive(maker, { disbursementId: id, reason })).toMatchObject({
      refusal: { code: 'grant-gone', why: 'person' },
    });
    expect(await world.db.grantedPerson.count({ where: { applicationId } })).toBe(0);
  });
});

describe('the list of a batch', () => {
  it('has the same control totals on paper and in the sheet', async () => {
    const { batchId } = await standing(await at('AWAITING_PROOF'));
    const { bytes, name } = done('list', await downloadBatchList(world.finance.checker, { batchId, kind: 'xlsx' }));
    expect(name).toMatch(/^PC2026\d{3}\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const texts: string[] = [];
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void texts.push(String(cell.value))));
    expect(texts).toEqual(expect.arrayContaining(['150000', world.own.name]));
    const control = texts.find((text) => text.includes('校验值')) ?? '';
    expect(control).toContain('1 件，2 人，合计 ¥150,000.00');
    const list = await batchListOf(world.finance.checker, batchId);
    if (!list) throw new Error('no list');
    const printed = printedBatchList({ ...list, sha256: 'f'.repeat(64) }, shanghaiDayOf(NOW));
    expect(listModelSchema.parse(printed).columns.reduce((sum, { width }) => sum + width, 0)).toBe(162);
    expect(await world.db.auditEntry.count({ where: { action: 'batch.list' } })).toBe(1);
  });
});
