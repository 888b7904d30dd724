import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { putSealed } from '@/lib/db/sealed';
import type { PaperKind, PaperSubject } from './rules/paper-kinds';
import { agreementSchema, type Agreement, type PaperModel } from './rules/paper-models';
import { AGREEMENT_SETTING, USE_AGREEMENT } from './rules/use-agreement';

/** Where the frozen model of a version is sealed. */
const MODEL_OF_PAPER = { table: 'issued_paper', column: 'model' } as const;

/** The version of a subject's paper that stands, if there is one. */
export const currentPaper = (db: Db, { subjectKind, subjectId }: PaperSubject, kind: PaperKind) =>
  db.issuedPaper.findFirst({ where: { subjectKind, subjectId, kind, voidedAt: null } });

/** The last version, voided or not: its number stays the paper's. */
export const lastPaper = (db: Db, { subjectKind, subjectId }: PaperSubject, kind: PaperKind) =>
  db.issuedPaper.findFirst({ where: { subjectKind, subjectId, kind }, orderBy: { versionNumber: 'desc' } });

export const paperByVersion = (db: Db, number: string, versionNumber: number) =>
  db.issuedPaper.findUnique({ where: { number_versionNumber: { number, versionNumber } } });

export const paperById = (db: Db, id: string) => db.issuedPaper.findUnique({ where: { id } });

/** The operator's own agreement, or ours. A setting that does not hold counts as not set. */
export async function agreementInForce(db: Db): Promise<Agreement> {
  const row = await db.setting.findUnique({ where: { key: AGREEMENT_SETTING } });
  return agreementSchema.safeParse(row?.value).data ?? USE_AGREEMENT;
}

/** Voids the version that stands. False when somebody voided it before. */
export async function voidPaper(db: Db, id: string, at: Date, reason: string): Promise<boolean> {
  const voided = await db.issuedPaper.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: at, voidReason: reason },
  });
  return voided.count > 0;
}

export type PaperToKeep = PaperSubject & {
  readonly model: PaperModel;
  readonly modelSha256: string;
  readonly rendered: {
    readonly pdf: Uint8Array;
    readonly sha256: string;
    readonly contentSha256: string;
    readonly codes: readonly string[];
  };
  readonly pdfKey: string;
};

/** Writes an issued version: what was printed is kept as bytes under `pdfKey`, what it says is sealed under the row. */
export async function insertPaper(ctx: Context, paper: PaperToKeep): Promise<string> {
  const id = newId();
  const { model, rendered, subjectKind, subjectId, modelSha256, pdfKey } = paper;
  await ctx.db.issuedPaper.create({
    data: {
      id,
      subjectKind,
      subjectId,
      kind: model.content.kind,
      number: model.number,
      versionNumber: model.version,
      modelSha256,
      contentSha256: rendered.contentSha256,
      pdfKey,
      pdfSha256: rendered.sha256,
      pdfBytes: rendered.pdf.byteLength,
      pageCodes: [...rendered.codes],
      issuedAt: ctx.now,
    },
  });
  const clear = JSON.stringify(model);
  await putSealed(ctx, { ...MODEL_OF_PAPER, rowId: id }, { clear, masked: '', normalised: rendered.contentSha256 });
  return id;
}
