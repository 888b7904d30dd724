import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transact } from '@/lib/db/transact';
import { stopTalents } from '@/lib/disbursement/commands/stop-talents';
import { casesForBatch } from '@/lib/disbursement/batch-store';
import { rowsForPayment } from '@/lib/disbursement/payment-store';
import { printReceipt } from '@/lib/disbursement/commands/print-receipt';
import { stateNeverSent, withdrawPaymentFile } from '@/lib/disbursement/commands/withdraw-payment-file';
import { bringTo, confirmStanding, done, settleAll } from '../../builders/disbursement';
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

const reason = '异议成立';
const stop = (applicationId: string, talentIds: readonly string[]) =>
  transact(world.finance.final, (tx) => stopTalents(tx, { applicationId, talentIds, reason }));
const granted = (applicationId: string) => world.db.grantedPerson.count({ where: { applicationId } });
const standing = async (id: string) => {
  const row = await world.db.disbursement.findUniqueOrThrow({
    where: { id },
    include: { application: true, receipts: true },
  });
  return { row, paper: row.receipts.map(({ status }) => status) };
};

describe('a talent who is stopped late', () => {
  it.each([
    ['AWAITING_PROOF', 'AWAITING_PROOF', []],
    ['AWAITING_CONFIRMATION', 'AWAITING_CONFIRMATION', []],
    ['AWAITING_RECEIPT', 'AWAITING_CONFIRMATION', ['VOIDED']],
    ['RECEIPT_REVIEW', 'AWAITING_CONFIRMATION', ['VOIDED']],
    ['PAYABLE', 'AWAITING_CONFIRMATION', ['VOIDED']],
    ['PAYMENT_FAILED', 'AWAITING_CONFIRMATION', ['VOIDED']],
  ] as const)(
    'at %s leaves it in %s over the rest, the paper void, money and person free',
    async (from, to, papers) => {
      const { id: applicationId, talentIds } = await aClearedCase(world);
      const id = await bringTo(world.finance, PAPERS, applicationId, from);
      expect(done('stop', await stop(applicationId, talentIds.slice(0, 1)))).toMatchObject({ outcome: 'STOPPED' });
      const { row, paper } = await standing(id);
      expect([row.status, Number(row.amountFen), Number(row.application.approvedFen), paper]).toEqual([
        ...[to, 50_000_00, 50_000_00, papers],
      ]);
      expect(await granted(applicationId)).toBe(1);
      await assertSound(world);
    },
  );

  it.each(['AWAITING_PROOF', 'PAYABLE', 'PAYMENT_FAILED'] as const)(
    'as the last one at %s ends disbursement and case',
    async (from) => {
      const { id: applicationId, talentIds } = await aClearedCase(world);
      const id = await bringTo(world.finance, PAPERS, applicationId, from);
      done('stop', await stop(applicationId, talentIds));
      const { row } = await standing(id);
      expect([row.status, row.application.status, await granted(applicationId)]).toEqual([
        ...['FALLEN_AWAY', 'CLOSED_UNPAID', 0],
      ]);
      await assertSound(world);
    },
  );

  it.each(['PAYING', 'PAID'] as const)('at %s is written down and nothing moves', async (from) => {
    const { id: applicationId, talentIds } = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, applicationId, from);
    const before = await standing(id);
    expect(done('stop', await stop(applicationId, talentIds))).toEqual({ outcome: 'RECORDED', noticeIds: [] });
    const { row } = await standing(id);
    expect([row.status, row.amountFen, row.holdReason]).toEqual([before.row.status, before.row.amountFen, null]);
    expect(
      await world.db.auditEntry.count({ where: { subjectId: applicationId, action: 'application.recordStop' } }),
    ).toBe(1);
  });

  it.each([
    ['PAYING', 'FAILED', 1],
    ['PAYING', 'FAILED', 2],
    ['PAID', 'RETURNED', 1],
    ['PAID', 'RETURNED', 2],
  ] as const)(
    'while it is %s is not paid by a second try after the bank says %s: %i of two',
    async (from, outcome, count) => {
      const { id: applicationId, talentIds } = await aClearedCase(world);
      const id = await bringTo(world.finance, PAPERS, applicationId, from);
      done('stop', await stop(applicationId, talentIds.slice(0, count)));
      const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
      await settleAll(world.finance.checker, paymentFileId, { outcome, code: 'TM01' });
      const { row, paper } = await standing(id);
      const left =
        count === 1 ? ['AWAITING_CONFIRMATION', 50_000_00, 'DISBURSING'] : ['FALLEN_AWAY', 150_000_00, 'CLOSED_UNPAID'];
      expect([row.status, Number(row.amountFen), row.application.status]).toEqual(left);
      expect([paper, await granted(applicationId)]).toEqual([['VOIDED'], 2 - count]);
      await assertSound(world);
    },
  );

  it('while its file is withdrawn is not paid by the next one', async () => {
    const { id: applicationId, talentIds } = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, applicationId, 'PAYING');
    done('stop', await stop(applicationId, talentIds.slice(0, 1)));
    const { paymentFileId } = await world.db.paymentLine.findFirstOrThrow({ where: { disbursementId: id } });
    const input = { paymentFileId, reason: '尚未送银行' };
    done('state', await stateNeverSent(world.finance.maker, input));
    done('withdraw', await withdrawPaymentFile(world.finance.checker, input));
    const { row } = await standing(id);
    expect([row.status, Number(row.amountFen)]).toEqual(['AWAITING_CONFIRMATION', 50_000_00]);
    await assertSound(world);
  });

  it('twenty times at once is stopped once', async () => {
    const { id: applicationId, talentIds } = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, applicationId, 'PAYABLE');
    await Promise.all(Array.from({ length: 20 }, () => stop(applicationId, talentIds.slice(0, 1))));
    expect(Number((await standing(id)).row.amountFen)).toBe(50_000_00);
    await assertSound(world);
  });
});

describe('a hold on one talent', () => {
  it('stops batch, printing and payment of the sum, and nothing that prepares it', async () => {
    const hold = async (applicationId: string, talentId: string) => {
      const talent = {
        id: talentId,
        applicationId,
        position: 1,
        name: '甲示例',
        idType: 'x',
        category: 'B',
        answers: {},
      };
      await world.db.talent.create({ data: { ...talent, createdAt: NOW, holdReason: '核查中', holdSince: NOW } });
    };
    const cleared = await aClearedCase(world);
    await hold(cleared.id, cleared.talentIds[0] ?? '');
    const [one] = await casesForBatch(world.db, { id: { in: [cleared.id] } });
    expect(one?.obstacle).toMatch(/甲示例：核查中/);
    const printing = await aClearedCase(world);
    const id = await bringTo(world.finance, PAPERS, printing.id, 'AWAITING_CONFIRMATION');
    await hold(printing.id, printing.talentIds[0] ?? '');
    await confirmStanding(world.finance.clerk, id);
    const printed = await printReceipt(world.finance.clerk, { disbursementId: id });
    expect(printed).toEqual({ ok: false, refusal: { code: 'held', reason: '甲示例：核查中' } });
    expect((await rowsForPayment(world.db, { id: { in: [id] } }))[0]?.hold).toBe('甲示例：核查中');
  });
});
