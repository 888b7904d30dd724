import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { confirm } from '@/lib/disbursement/commands/confirm';
import { Denied } from '@/lib/access/authorise';
import { blameAccount } from '@/lib/disbursement/commands/blame-account';
import { decideLeft } from '@/lib/disbursement/commands/decide-left';
import { declareLeft } from '@/lib/disbursement/commands/declare-left';
import { downloadBatchList } from '@/lib/disbursement/commands/download-batch-list';
import { liftHold, putHold } from '@/lib/disbursement/commands/hold';
import { lapseIdle } from '@/lib/disbursement/commands/lapse-idle';
import { leaveBatch } from '@/lib/disbursement/commands/leave-batch';
import { makeBatch } from '@/lib/disbursement/commands/make-batch';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { mendAccount } from '@/lib/disbursement/commands/mend-account';
import { recordRecovery, strikeRecovery } from '@/lib/disbursement/commands/record-recovery';
import { releaseBatch } from '@/lib/disbursement/commands/release-batch';
import { remindDisbursements } from '@/lib/disbursement/commands/remind-disbursements';
import { reopenReceipt } from '@/lib/disbursement/commands/reopen-receipt';
import { revive } from '@/lib/disbursement/commands/revive';
import { lapsedCount, lapsedDisbursements } from '@/lib/disbursement/lapsed-queries';
import { controlText, printedBatchList } from '@/lib/disbursement/rules/batch-list';
import { batchListOf } from '@/lib/disbursement/batch-list-queries';
import { listModelSchema } from '@/lib/letter/rules/list-model';
import { staffDisbursement } from '@/lib/disbursement/staff-queries';
import { newId } from '@/lib/db/ids';
import { shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
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

  it('says the same of the same batch before its release and after, whatever became of it since', async () => {
    const { id: applicationId, talentIds } = await aClearedCase(world);
    const first = await bringTo(world.finance, PAPERS, applicationId, 'AWAITING_PROOF');
    const { lines } = await world.db.disbursement.findUniqueOrThrow({ where: { id: first }, include: { lines: true } });
    const [line] = lines.filter(({ talentId }) => talentId === talentIds[0]);
    const left = { disbursementId: first, lineId: line?.id ?? '' };
    done('declare', await declareLeft(world.finance.clerk, { ...left, reason: '已离职' }));
    done('decide', await decideLeft(world.finance.final, { ...left, decision: 'falls-away', reason: '属实' }));
    done('leave', await leaveBatch(world.finance.maker, { disbursementId: first, reason: '另行安排' }));
    const { programmeId } = world.programme;
    const input = { programmeId, year: 2026, applicationIds: [applicationId] };
    const { id: batchId } = done('batch', await makeBatch(world.finance.maker, input));
    const listed = async () => {
      const list = await batchListOf(world.finance.checker, batchId);
      return list && [list.count, list.talents, list.totalFen, controlText(list.rows)];
    };
    const before = await listed();
    expect(before?.slice(0, 3)).toEqual([1, 1, 50_000_00]);
    done('release', await releaseBatch(world.finance.checker, { batchId, stated: { count: 1, totalFen: 50_000_00 } }));
    expect(await listed()).toEqual(before);
  });
});

describe('追回', () => {
  const recovery = (disbursementId: string, amountFen: number, recoveredOn = '2026-11-20') =>
    recordRecovery(world.finance.maker, {
      ...{ disbursementId, amountFen, recoveredOn: shanghaiDay(recoveredOn), reason: '重复付款，企业已退回' },
    });
  const shown = async (id: string) => (await staffDisbursement(world.finance.checker, id))?.recoveries ?? [];

  it('is put down beside a payment with day and amount, by parts, and never more than was paid', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAID');
    done('recover', await recovery(id, 100_000_00));
    expect(await recovery(id, 50_000_01)).toMatchObject({ refusal: { code: 'recovery-too-much', leftFen: 50_000_00 } });
    expect(await recovery(id, 1, '2026-11-24')).toMatchObject({ refusal: { code: 'recovery-in-future' } });
    done('recover', await recovery(id, 50_000_00));
    expect((await shown(id)).map(({ amountFen, recoveredOn }) => [amountFen, recoveredOn])).toEqual([
      [50_000_00, '2026-11-20'],
      [100_000_00, '2026-11-20'],
    ]);
    expect((await world.db.disbursement.findUniqueOrThrow({ where: { id } })).status).toBe('PAID');
    await assertSound(world);
  });

  it('is counted once when twenty put the whole amount down at once', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAID');
    const answers = await Promise.all(Array.from({ length: 20 }, () => recovery(id, 150_000_00)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is of what was paid only, and is not put down by the one who pays', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYING');
    expect(await recovery(id, 1)).toMatchObject({ refusal: { code: 'wrong-state' } });
    const input = { disbursementId: id, amountFen: 1, recoveredOn: shanghaiDay('2026-11-20'), reason: '不该由我' };
    await expect(recordRecovery(world.finance.checker, input)).rejects.toThrow(Denied);
  });

  it('that was wrong is struck once, stays to be read, and makes room for the right one', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAID');
    done('recover', await recovery(id, 150_000_00));
    const [wrong] = await shown(id);
    const strike = () => strikeRecovery(world.finance.maker, { recoveryId: wrong?.id ?? '', reason: '金额录错' });
    done('strike', await strike());
    expect(await strike()).toMatchObject({ refusal: { code: 'not-found' } });
    done('recover', await recovery(id, 15_000_00));
    expect((await shown(id)).map(({ amountFen, struck }) => [amountFen, struck?.reason ?? null])).toEqual([
      [15_000_00, null],
      [150_000_00, '金额录错'],
    ]);
  });

  it('is kept by the database itself: no more than was paid, nothing changed, nothing gone', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAID');
    done('recover', await recovery(id, 150_000_00));
    const [row] = await world.db.recovery.findMany({ where: { disbursementId: id } });
    if (!row) throw new Error('no record');
    const again = { ...row, id: newId(), amountFen: 1n };
    await expect(world.db.recovery.create({ data: again })).rejects.toThrow(/more is recovered/);
    const where = { id: row.id };
    await expect(world.db.recovery.update({ where, data: { amountFen: 1n } })).rejects.toThrow(/only ever struck/);
    await expect(world.db.recovery.delete({ where })).rejects.toThrow(/only ever struck/);
  });
});

describe('a failure whose code says nothing of the account', () => {
  it('is handed to the enterprise once finance knows that it is the account, with the reason', async () => {
    const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYMENT_FAILED', 'ZZ99');
    expect((await staffDisbursement(world.finance.maker, id))?.may).toMatchObject({ retry: true, blameAccount: true });
    const input = { disbursementId: id, reason: '银行答复：账户已转为久悬户' };
    done('blame', await blameAccount(world.finance.maker, input));
    expect(await blameAccount(world.finance.maker, input)).toMatchObject({ refusal: { code: 'somebody-was-faster' } });
    const row = await world.db.disbursement.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ failureCause: 'account', failureReason: input.reason });
    const { bankAccountId } = row;
    done('mend', await mendAccount(world.finance.clerk, { disbursementId: id, bankAccountId: bankAccountId ?? '' }));
  });
});
