import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { openSealed } from '@/lib/db/sealed';
import { MODEL_OF_RECEIPT } from './store';
import { receiptModelSchema, type ReceiptModel } from './rules/model';

// What the areas that lead a receipt on read of it. They know whose it is, so they ask the policy, not these.

/** The version that is not voided, if there is one. */
export const currentReceipt = (db: Db, disbursementId: string) =>
  db.receipt.findFirst({ where: { disbursementId, status: { not: 'VOIDED' } } });

/** The payment with the programme that it belongs to: who may act for it depends on that. */
const withPayment = { disbursement: { include: { application: { select: { programmeId: true } } } } } as const;

export const receiptById = (db: Db, id: string) => db.receipt.findUnique({ where: { id }, include: withPayment });

export const receiptByVersion = (db: Db, number: string, versionNumber: number) =>
  db.receipt.findUnique({ where: { number_versionNumber: { number, versionNumber } } });

export const versionsOf = (db: Db, disbursementId: string) => db.receipt.count({ where: { disbursementId } });

/** What an issued version says, as frozen. Throws when it is missing or damaged. */
export async function modelOf(ctx: Context, receiptId: string): Promise<ReceiptModel> {
  const text = await openSealed(ctx, { ...MODEL_OF_RECEIPT, rowId: receiptId });
  if (!text) throw new Error(`receipt ${receiptId} has no model`);
  return receiptModelSchema.parse(JSON.parse(text));
}

export const photographById = (db: Db, id: string) =>
  db.receiptPhotograph.findUnique({ where: { id }, include: { receipt: { include: withPayment } } });

/** The photograph that stands submitted for a receipt version: neither taken back nor returned. */
export const submittedPhotograph = (db: Db, receiptId: string) =>
  db.receiptPhotograph.findFirst({
    where: {
      receiptId,
      submittedAt: { not: null },
      takenBackAt: null,
      OR: [{ decision: null }, { decision: 'ACCEPTED' }],
    },
  });

/** How many submitted photographs of other receipts came in with exactly these bytes. */
export const sameBytesElsewhere = (db: Db, originalSha256: string, receiptId: string) =>
  db.receiptPhotograph.count({ where: { originalSha256, submittedAt: { not: null }, NOT: { receiptId } } });

/** Which of these photographs came in with bytes that were handed in under another receipt as well, by id. */
export async function usedElsewhere(
  db: Db,
  rows: readonly { readonly id: string; readonly originalSha256: string; readonly receiptId: string }[],
): Promise<Set<string>> {
  const found = await db.receiptPhotograph.findMany({
    where: { originalSha256: { in: rows.map(({ originalSha256 }) => originalSha256) }, submittedAt: { not: null } },
    select: { originalSha256: true, receiptId: true },
  });
  const isSame = (row: (typeof rows)[number]) =>
    found.some((one) => one.originalSha256 === row.originalSha256 && one.receiptId !== row.receiptId);
  return new Set(rows.filter(isSame).map(({ id }) => id));
}

/** Which of these disbursements had a receipt sent back before. */
export async function returnedBefore(db: Db, disbursementIds: readonly string[]): Promise<Set<string>> {
  const found = await db.receiptPhotograph.findMany({
    where: { decision: 'RETURNED', receipt: { disbursementId: { in: [...disbursementIds] } } },
    select: { receipt: { select: { disbursementId: true } } },
  });
  return new Set(found.map(({ receipt }) => receipt.disbursementId));
}
