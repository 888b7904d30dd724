import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runLyingBank } from '@/bench/money/lying-bank';
import { confirmPaymentFile } from '@/lib/disbursement/commands/confirm-payment-file';
import { agreeUnmatched } from '@/lib/disbursement/commands/agree-unmatched';
import { explainUnmatched } from '@/lib/disbursement/commands/explain-unmatched';
import { liftHold } from '@/lib/disbursement/commands/hold';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { retryPayment } from '@/lib/disbursement/commands/retry-payment';
import { newId } from '@/lib/db/ids';
import { takeResultFile } from '@/lib/disbursement/commands/take-result-file';
import { Denied } from '@/lib/access/authorise';
import { withSampleLayouts } from '../../builders/bank-layouts';
import { bankAnswer, bringTo, done } from '../../builders/disbursement';
import { staffActor } from '../../support/context';
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

describe('a bank that lies', () => {
  it('in the layout of any bank, pays nobody twice by it, and leaves nothing unexplained in a batch that is closed', async () => {
    const clearedCase = async () => (await aClearedCase(world)).id;
    const banks = await withSampleLayouts(world.as(staffActor(newId(), 'admin', 'SYSTEM_ADMIN'), NOW));
    const tally = await runLyingBank({ finance: world.finance, papers: PAPERS, banks, clearedCase }, 'banks in turn');
    expect(banks.map(({ layout }) => layout.code)).toEqual(['FK1', 'YB-PIPE', 'YB-NET', 'YB-TAB', 'YB-HOST']);
    expect(tally).toEqual({ lies: 16, doublePayments: 0, unexplainedAtClose: 0, violations: [] });
    await assertSound(world);
  });
});

/** Failed by the bank, made ready to be paid again, and then said to be paid after all. */
async function saidLate() {
  const { maker, checker } = world.finance;
  const id = await bringTo(world.finance, PAPERS, (await aClearedCase(world)).id, 'PAYMENT_FAILED', 'TM01');
  const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
  done('retry', await retryPayment(maker, { disbursementId: id }));
  const { programmeId } = world.programme;
  const second = done('file', await makePaymentFile(maker, { programmeId, disbursementIds: [id] }));
  const bytes = await bankAnswer(checker, paymentFileId, { outcome: 'PAID' });
  done('take', await takeResultFile(checker, { paymentFileId, bytes }));
  const item = await world.db.unmatchedItem.findFirstOrThrow({ where: { disbursementId: id } });
  return { id, second, itemId: item.id };
}

describe('a line that speaks against our books', () => {
  it('keeps a second payment from being confirmed until two people have looked', async () => {
    const { id, second, itemId } = await saidLate();
    const { lineCount, totalFen, sha256 } = await world.db.paymentFile.findUniqueOrThrow({ where: { id: second.id } });
    const stated = { count: lineCount, totalFen: Number(totalFen) };
    const input = { paymentFileId: second.id, stated, sha256, hashHead: sha256.slice(0, 8) };
    expect(await confirmPaymentFile(world.finance.checker, input)).toMatchObject({ refusal: { code: 'not-payable' } });
    expect(await liftHold(world.finance.maker, { disbursementId: id, reason: '想当然' })).toMatchObject({
      refusal: { code: 'unmatched-open' },
    });
    const explanation = '银行确认首笔已入账';
    expect(await explainUnmatched(world.finance.maker, { itemId, verdict: 'AS_BANK_SAYS', explanation })).toMatchObject(
      { refusal: { code: 'word-not-taken' } },
    );
  });

  it('is agreed to by another person than the one who explained it', async () => {
    const { itemId } = await saidLate();
    const both = world.as(staffActor(world.finance.checker.actor.id, 'both', 'FINANCE_MAKER', 'FINANCE_CHECKER'), NOW);
    const given = { itemId, verdict: 'AS_BOOKED' as const, explanation: '银行确认未付' };
    expect(done('explain', await explainUnmatched(both, given))).toEqual({ closed: false });
    await expect(agreeUnmatched(both, { itemId, agrees: true })).rejects.toThrow(Denied);
    expect(await explainUnmatched(both, given)).toMatchObject({ ok: true });
  });
});
