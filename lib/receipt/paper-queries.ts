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
