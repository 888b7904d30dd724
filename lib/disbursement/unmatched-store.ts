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

/**
 * Lines of earlier results that may mean a payment of these orders and were harmless while the orders were open: now that
 * the orders have failed they speak against our books, whoever explained them. Answers the orders.
 */
export async function reopenSaidPaid(db: Db, lineNumbers: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ line_number: string }[]>`
    UPDATE unmatched_item
       SET is_dangerous = true, verdict = NULL, explanation = NULL, owner_id = NULL, explained_at = NULL, closed_at = NULL,
           version = version + 1
     WHERE line_number = ANY(${[...lineNumbers]}) AND NOT is_dangerous
       AND (said->>'outcome' = 'PAID' OR reason = 'unread' AND complaint <> 'reason-missing')
    RETURNING line_number`;
  return [...new Set(rows.map((row) => row.line_number))];
}

/** How many lines of any result name one of these orders. */
export const itemsNaming = (db: Db, lineNumbers: readonly string[]) =>
  db.unmatchedItem.count({ where: { lineNumber: { in: [...lineNumbers] } } });

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

/** The order of this disbursement that stands in the way of another payment, with its file; null when there is none. */
export const liveOrder = (db: Db, disbursementId: string) =>
  db.paymentLine.findFirst({
    where: { disbursementId, status: { in: ['PENDING', 'PAID'] } },
    select: { paymentFile: { select: { number: true, status: true } } },
  });

/** Whether the bank ever had an order of this disbursement, whatever became of it. */
export async function wasAtBank(db: Db, disbursementId: string): Promise<boolean> {
  return (await db.paymentLine.count({ where: { disbursementId, paymentFile: { confirmedAt: { not: null } } } })) > 0;
}
