import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transact } from '@/lib/db/transact';
import { advance } from '@/lib/disbursement/commands/advance';
import type { Context } from '@/lib/access/context';
import { makePaymentFile } from '@/lib/disbursement/commands/make-payment-file';
import { mendAccount } from '@/lib/disbursement/commands/mend-account';
import { DISBURSEMENT, type DisbursementStatus } from '@/lib/disbursement/rules/states';
import { bringTo, confirmStanding, done } from '../../builders/disbursement';
import { aClearedCase, assertSound, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

const AMOUNT = 150_000_00;

/** A disbursement that was brought to a state by people, as they would. */
async function standingIn(status: DisbursementStatus) {
  const one = await aClearedCase(world);
  const id = await bringTo(world.finance, PAPERS, one.id, status === 'LAPSED' ? 'AWAITING_RECEIPT' : status);
  if (status === 'LAPSED') {
    const row = await world.db.disbursement.findUniqueOrThrow({ where: { id } });
    done('lapse', await transact(world.finance.maker, (tx) => advance(tx, row, 'lapse')));
  }
  if (status === 'PAYABLE') {
    const { programmeId } = world.programme;
    done('file', await makePaymentFile(world.finance.maker, { programmeId, disbursementIds: [id] }));
  }
  return world.db.disbursement.findUniqueOrThrow({ where: { id }, include: { application: true } });
}

const MENDED = ['AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT', 'RECEIPT_REVIEW'];

/** A failed payment whose account the enterprise is mending: where a late word of the bank can meet it. */
async function mendedTo(status: DisbursementStatus) {
  const { id, bankAccountId } = await standingIn('PAYMENT_FAILED');
  const { clerk } = world.finance;
  done('mend', await mendAccount(clerk, { disbursementId: id, bankAccountId: bankAccountId ?? '' }));
  const acts = [() => confirmStanding(clerk, id), () => PAPERS.print(clerk, id), () => PAPERS.submit(clerk, id)];
  for (const act of acts.slice(0, Math.max(0, MENDED.indexOf(status)))) await act();
  const row = await world.db.disbursement.findUniqueOrThrow({ where: { id }, include: { application: true } });
  if (status !== 'AWAITING_PROOF') return row;
  done('proofs', await transact(world.finance.clerk, (tx) => advance(tx, row, 'proofTooOld')));
  return world.db.disbursement.findUniqueOrThrow({ where: { id }, include: { application: true } });
}

const LINE_AFTER = {
  withdrawFile: 'WITHDRAWN',
  bankPaid: 'PAID',
  bankPaidLate: 'PAID',
  bankFailed: 'FAILED',
  bankReturned: 'FAILED',
} as const;

/** What else the act of an edge writes, without which the database does not take it. */
async function partsOf(tx: Context, disbursementId: string, event: string): Promise<void> {
  const status = LINE_AFTER[event as keyof typeof LINE_AFTER];
  if (status) await tx.db.paymentLine.updateMany({ where: { disbursementId }, data: { status } });
  if (event === 'putInPaymentFile') {
    const where = { lines: { some: { disbursementId } } };
    await tx.db.paymentFile.updateMany({ where, data: { status: 'CONFIRMED' } });
  }
  if (event === 'stopTalent') {
    await tx.db.disbursementLine.updateMany({
      where: { disbursementId, position: 1 },
      data: { state: 'FALLEN_AWAY' },
    });
  }
}

const edges = DISBURSEMENT.edges.map((edge) => [edge.from, edge.event, edge.to] as const);

describe('every edge of the life of a disbursement', () => {
  it.each(edges)('%s by %s to %s keeps case, paper and money together', async (from, event, to) => {
    const isMending = event === 'bankPaidLate' && from !== 'PAYABLE' && from !== 'PAYMENT_FAILED';
    const row = isMending ? await mendedTo(from) : await standingIn(from);
    const change = event === 'stopTalent' ? { to, amountFen: 50_000_00 } : { to };
    const moved = await transact(world.finance.maker, async (tx) => {
      await partsOf(tx, row.id, event);
      return advance(tx, row, event as 'revive', change);
    });
    expect(done(event, moved)).toEqual({ id: row.id, status: to, version: row.version + 1 });
    await assertSound(world);
    const isPaperTrue = ['AWAITING_RECEIPT', 'RECEIPT_REVIEW', 'PAYABLE', 'PAYING', 'PAID', 'PAYMENT_FAILED'].includes(
      to,
    );
    const current = await world.db.receipt.count({ where: { disbursementId: row.id, status: { not: 'VOIDED' } } });
    // The paper itself is issued by another command.
    if (isMending) expect(current).toBe(0);
    else if (isPaperTrue && event !== 'issueReceipt') expect(current).toBe(1);
    const where = { subjectId: row.id, action: `disbursement.${event}`, fromStatus: from, toStatus: to };
    expect(await world.db.auditEntry.count({ where })).toBeGreaterThan(0);
  });

  it('leaves everything as it was when it is read from a version that has passed', async () => {
    const row = await standingIn('PAYING');
    const late = { ...row, version: row.version - 1 };
    const moved = await transact(world.finance.checker, (tx) => advance(tx, late, 'bankPaid'));
    expect(moved).toEqual({ ok: false, refusal: { code: 'somebody-was-faster' } });
    expect((await world.db.application.findUniqueOrThrow({ where: { id: row.applicationId } })).status).toBe(
      'DISBURSING',
    );
    await assertSound(world);
  });

  it('refuses to revive a lapsed disbursement when its money was given away meanwhile', async () => {
    const row = await standingIn('LAPSED');
    const where = { programmeId_year: { programmeId: world.programme.programmeId, year: 2026 } };
    const year = await world.db.programmeYear.findUniqueOrThrow({ where });
    const used = year.reservedFen + year.inPaymentFen + year.paidFen + year.returnedFen;
    await world.db.programmeYear.update({ where, data: { budgetFen: used + 1n } });
    const moved = await transact(world.finance.maker, (tx) => advance(tx, row, 'revive'));
    expect(moved).toEqual({ ok: false, refusal: { code: 'budget-short', neededFen: AMOUNT, freeFen: 1 } });
    expect((await world.db.disbursement.findUniqueOrThrow({ where: { id: row.id } })).status).toBe('LAPSED');
    await world.db.programmeYear.update({ where, data: { budgetFen: year.budgetFen } });
  });
});
