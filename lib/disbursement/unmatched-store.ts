import 'server-only';
import type { Db } from '@/lib/db/client';
import type { BankResultLine } from './rules/bank-result';
import type { UnmatchedReason } from './rules/reconciliation';
import type { Verdict } from './rules/unmatched';

/** An item of the unmatched list with the payment line that the bank named, its row locked until the end. */
export async function itemForAct(db: Db, id: string) {
  await db.$queryRaw`SELECT id FROM unmatched_item WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await db.unmatchedItem.findUnique({ where: { id } });
  if (!row) return null;
  const line = row.lineNumber && (await db.paymentLine.findUnique({ where: { lineNumber: row.lineNumber } }));
  return {
    ...row,
    reason: row.reason as UnmatchedReason,
    verdict: row.verdict as Verdict | null,
    said: row.said as BankResultLine | null,
    paymentLine: line || null,
  };
}

export type ItemForAct = NonNullable<Awaited<ReturnType<typeof itemForAct>>>;

export async function writeExplanation(
  db: Db,
  item: ItemForAct,
  given: { verdict: Verdict; explanation: string; ownerId: string; at: Date },
): Promise<void> {
  const { verdict, explanation, ownerId, at } = given;
  await db.unmatchedItem.update({
    where: { id: item.id },
    data: {
      ...{ verdict, explanation, ownerId, explainedAt: at, version: { increment: 1 } },
      closedAt: item.isDangerous ? null : at,
    },
  });
}

export async function writeAgreement(db: Db, id: string, agreedById: string, at: Date): Promise<void> {
  const data = { agreedById, agreedAt: at, closedAt: at, version: { increment: 1 } };
  await db.unmatchedItem.update({ where: { id }, data });
}

/** Back to the list: the second person did not agree. What was said stays in the log. */
export async function clearExplanation(db: Db, id: string): Promise<void> {
  const data = { verdict: null, explanation: null, ownerId: null, explainedAt: null, version: { increment: 1 } };
  await db.unmatchedItem.update({ where: { id }, data });
}

/** Items that still speak against our books about this disbursement. */
export const dangerousOpen = (db: Db, disbursementId: string, besides?: string) =>
  db.unmatchedItem.count({
    where: { disbursementId, isDangerous: true, closedAt: null, ...(besides ? { id: { not: besides } } : {}) },
  });

/** Items nobody has explained in results for files that hold an order of this batch. */
export const unexplainedInBatch = (db: Db, batchId: string) =>
  db.unmatchedItem.count({
    where: {
      closedAt: null,
      bankResult: { paymentFile: { lines: { some: { disbursement: { batchId } } } } },
    },
  });

/** Orders of this disbursement that stand in the way of another payment. */
export const liveOrders = (db: Db, disbursementId: string) =>
  db.paymentLine.count({ where: { disbursementId, status: { in: ['PENDING', 'PAID'] } } });
