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

/** What failed, came back or was withdrawn now: orders that the bank calls failed, and every disbursement not paid by it. */
export type NotPaid = { readonly failed: readonly string[]; readonly disbursementIds: readonly string[] };

/**
 * Lines of earlier results that may mean a payment and speak against our books from now on, whoever explained them: those
 * that were harmless while their order was open and it has failed, and those that two people closed by our books while the
 * disbursement had another payment, which is gone. They are open again. Answers the disbursements with an order of each.
 */
export async function reopenSaidPaid(db: Db, { failed, disbursementIds }: NotPaid): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ disbursement_id: string; line_number: string }[]>`
    UPDATE unmatched_item
       SET is_dangerous = true, verdict = NULL, explanation = NULL, owner_id = NULL, explained_at = NULL, agreed_by_id = NULL,
           agreed_at = NULL, closed_at = NULL, version = version + 1
     WHERE disbursement_id = ANY(${[...disbursementIds]}::uuid[])
       AND (said->>'outcome' = 'PAID' OR (reason = 'unread' AND complaint <> 'reason-missing'))
       AND ((NOT is_dangerous AND line_number = ANY(${[...failed]}))
         OR (is_dangerous AND closed_at IS NOT NULL AND verdict = 'AS_BOOKED'))
    RETURNING disbursement_id, line_number`;
  return new Map(rows.map((row) => [row.disbursement_id, row.line_number]));
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
