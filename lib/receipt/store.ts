import 'server-only';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { putSealed } from '@/lib/db/sealed';
import type { ReceiptModel } from './rules/model';

/** Where the frozen model of a version is sealed. */
export const MODEL_OF_RECEIPT = { table: 'receipt', column: 'model' } as const;

export type IssuedPaper = {
  readonly disbursementId: string;
  readonly model: ReceiptModel;
  readonly rendered: {
    readonly pdf: Uint8Array;
    readonly sha256: string;
    readonly contentSha256: string;
    readonly codes: readonly string[];
    readonly fallbackFonts: readonly string[];
  };
  readonly pdfKey: string;
  readonly issuedById: string;
};

/** Writes an issued version: what was printed is kept as bytes under `pdfKey`, what it says is sealed under the row. */
export async function insertReceipt(ctx: Context, paper: IssuedPaper): Promise<string> {
  const id = newId();
  const { model, rendered } = paper;
  await ctx.db.receipt.create({
    data: {
      id,
      disbursementId: paper.disbursementId,
      number: model.number,
      versionNumber: model.version,
      contentSha256: rendered.contentSha256,
      pdfKey: paper.pdfKey,
      pdfSha256: rendered.sha256,
      pdfBytes: rendered.pdf.byteLength,
      pageCodes: [...rendered.codes],
      fallbackFonts: [...rendered.fallbackFonts],
      amountFen: model.totalFen,
      issuedById: paper.issuedById,
      issuedAt: ctx.now,
    },
  });
  const clear = JSON.stringify(model);
  await putSealed(ctx, { ...MODEL_OF_RECEIPT, rowId: id }, { clear, masked: '', normalised: rendered.contentSha256 });
  return id;
}
