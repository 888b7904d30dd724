import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { openSealed, putSealed } from '@/lib/db/sealed';
import type { RenderedReceipt } from '@/lib/ports/receipt-renderer';
import { receiptModelSchema, type ReceiptModel } from './rules/model';

const modelPlace = (rowId: string) => ({ table: 'receipt', column: 'model', rowId });

/** The version that is not voided, if there is one. */
export const currentReceipt = (db: Db, disbursementId: string) =>
  db.receipt.findFirst({ where: { disbursementId, status: { not: 'VOIDED' } } });

export const receiptById = (db: Db, id: string) =>
  db.receipt.findUnique({ where: { id }, include: { disbursement: true } });

export type ReceiptWithDisbursement = NonNullable<Awaited<ReturnType<typeof receiptById>>>;

export const receiptByVersion = (db: Db, number: string, versionNumber: number) =>
  db.receipt.findUnique({ where: { number_versionNumber: { number, versionNumber } } });

export const versionsOf = (db: Db, disbursementId: string) => db.receipt.count({ where: { disbursementId } });

/** Writes an issued version: what was printed is kept as bytes under `pdfKey`, what it says is sealed under the row. */
export async function insertReceipt(
  ctx: Context,
  row: { disbursementId: string; model: ReceiptModel; rendered: RenderedReceipt; pdfKey: string; issuedById: string },
): Promise<string> {
  const id = newId();
  const { model, rendered } = row;
  await ctx.db.receipt.create({
    data: {
      id,
      disbursementId: row.disbursementId,
      number: model.number,
      versionNumber: model.version,
      contentSha256: rendered.contentSha256,
      pdfKey: row.pdfKey,
      pdfSha256: rendered.sha256,
      pdfBytes: rendered.pdf.byteLength,
      pageCodes: [...rendered.codes],
      amountFen: model.totalFen,
      issuedById: row.issuedById,
      issuedAt: ctx.now,
    },
  });
  await putSealed(ctx, modelPlace(id), {
    clear: JSON.stringify(model),
    masked: '',
    normalised: rendered.contentSha256,
  });
  return id;
}

/** What an issued version says, as frozen. Throws when it is missing or damaged. */
export async function modelOf(ctx: Context, receiptId: string): Promise<ReceiptModel> {
  const text = await openSealed(ctx, modelPlace(receiptId));
  if (!text) throw new Error(`receipt ${receiptId} has no model`);
  return receiptModelSchema.parse(JSON.parse(text));
}
