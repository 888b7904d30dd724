import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { freezeEnterprise, unfreezeEnterprise } from '@/lib/desk/commands/freeze';
import { clearedCases } from '@/lib/disbursement/batch-queries';
import { confirmPaymentFile } from '@/lib/disbursement/commands/confirm-payment-file';
import { downloadPaymentFile } from '@/lib/disbursement/commands/download-payment-file';
import { makeBatch } from '@/lib/disbursement/commands/make-batch';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { releaseBatch } from '@/lib/disbursement/commands/release-batch';
import { retryPayment } from '@/lib/disbursement/commands/retry-payment';
import { payable, paymentFileDetail } from '@/lib/disbursement/payment-queries';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { bringTo, done, payByFile, settleAll } from '../../builders/disbursement';
import { staffActor } from '../../support/context';
import { aClearedCase, assertSound, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

const WHY = '已暂停：申报单位已冻结';

let world: DisbursementWorld;
let officer: Context<StaffActor>;
beforeEach(async () => {
  await world?.drop();
  world = await disbursementWorld();
  officer = world.as(staffActor(newId(), 'window', 'WINDOW'));
});
afterAll(() => world.drop());

const freeze = async () =>
  done('freeze', await freezeEnterprise(officer, { enterpriseId: world.own.id, reason: '法定代表人来电申请' }));
const unfreeze = async () =>
  done('unfreeze', await unfreezeEnterprise(officer, { enterpriseId: world.own.id, reason: '已核实本人' }));
const at = async (status: Parameters<typeof bringTo>[3], failureCode?: string) =>
  bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, status, failureCode);
const make = (...disbursementIds: string[]) =>
  makePaymentFile(world.finance.maker, { programmeId: world.programme.programmeId, disbursementIds });

async function confirmation(paymentFileId: string) {
  const { lineCount, totalFen, sha256 } = await world.db.paymentFile.findUniqueOrThrow({
    where: { id: paymentFileId },
  });
  const stated = { count: lineCount, totalFen: Number(totalFen) };
  return { paymentFileId, stated, sha256, hashHead: sha256.slice(0, 8) };
}

describe('a frozen enterprise is not paid', () => {
  it('gets into no batch, and its row says why before anybody ticks it', async () => {
    const one = await aClearedCase(world);
    const { programmeId } = world.programme;
    await freeze();
    const { cases } = await clearedCases(world.finance.maker, { programmeId, year: 2026 });
    expect(cases).toMatchObject([{ number: one.number, obstacle: WHY }]);
    const input = { programmeId, year: 2026, applicationIds: [one.id] };
    expect(await makeBatch(world.finance.maker, input)).toMatchObject({
      refusal: { code: 'cases-blocked', cases: [{ number: one.number, why: WHY }] },
    });
    await unfreeze();
    done('make', await makeBatch(world.finance.maker, input));
  });

  it('is not let through by a batch that was made before', async () => {
    const one = await aClearedCase(world);
    const input = { programmeId: world.programme.programmeId, year: 2026, applicationIds: [one.id] };
    const { id: batchId } = done('make', await makeBatch(world.finance.maker, input));
    await freeze();
    const release = { batchId, stated: { count: 1, totalFen: 150_000_00 } };
    expect(await releaseBatch(world.finance.checker, release)).toMatchObject({
      refusal: { code: 'cases-blocked', cases: [{ why: WHY }] },
    });
    expect(await world.db.disbursement.count()).toBe(0);
  });

  it('gets into no payment file; the others of the list do', async () => {
    const stopped = await at('PAYABLE');
    const { id: caseId } = await aClearedCase(world, { enterprise: world.other });
    const finance = { ...world.finance, clerk: world.clerkOf(world.other) };
    const going = await bringTo(finance, PAPERS, caseId, 'PAYABLE');
    await freeze();
    const rows = await payable(world.finance.maker);
    expect(rows.map(({ id, obstacle }) => [id, obstacle])).toEqual(
      expect.arrayContaining([
        [stopped, WHY],
        [going, null],
      ]),
    );
    expect(await make(stopped, going)).toMatchObject({ refusal: { code: 'not-payable', lines: [{ why: WHY }] } });
    done('make', await make(going));
    expect((await world.db.paymentLine.findMany()).map((line) => line.disbursementId)).toEqual([going]);
    await assertSound(world);
  });

  it('keeps a file that was made before from being confirmed', async () => {
    const id = await at('PAYABLE');
    const file = done('make', await make(id));
    await freeze();
    expect(await confirmPaymentFile(world.finance.checker, await confirmation(file.id))).toMatchObject({
      refusal: { code: 'not-payable', lines: [{ why: WHY }] },
    });
    expect((await world.db.disbursement.findUniqueOrThrow({ where: { id } })).status).toBe('PAYABLE');
    await assertSound(world);
  });

  it('keeps a confirmed file from leaving for the bank, says which order it is, and lets it go afterwards', async () => {
    const id = await at('PAYABLE');
    const paymentFileId = await payByFile(world.finance, [id]);
    await freeze();
    const refused = await downloadPaymentFile(world.finance.maker, { paymentFileId });
    if (refused.ok || refused.refusal.code !== 'file-held') throw new Error('handed out');
    const { receiptNumber } = await world.db.disbursement.findUniqueOrThrow({ where: { id } });
    expect(refused.refusal.lines).toEqual([{ number: receiptNumber, why: WHY }]);
    expect(explainFinance['file-held'](refused.refusal)).toMatchObject({
      title: '有 1 笔已暂停，不能送银行',
      why: `${receiptNumber} ${WHY}`,
    });
    const shown = await paymentFileDetail(world.finance.maker, paymentFileId);
    expect(shown).toMatchObject({ held: refused.refusal.lines, may: { download: false } });
    expect(await world.db.auditEntry.count({ where: { action: 'paymentFile.download' } })).toBe(0);
    await unfreeze();
    done('download', await downloadPaymentFile(world.finance.maker, { paymentFileId }));
  });

  it('does not take back what the bank has settled: the file can still be read', async () => {
    const paymentFileId = await payByFile(world.finance, [await at('PAYABLE')]);
    await settleAll(world.finance.checker, paymentFileId, { outcome: 'PAID' });
    await freeze();
    done('download', await downloadPaymentFile(world.finance.maker, { paymentFileId }));
  });

  it('is not tried again after a payment that failed', async () => {
    const disbursementId = await at('PAYMENT_FAILED', 'MS03');
    await freeze();
    expect(await retryPayment(world.finance.maker, { disbursementId })).toMatchObject({
      refusal: { code: 'held', reason: '申报单位已冻结' },
    });
  });
});
