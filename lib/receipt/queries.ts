import 'server-only';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { photographById, receiptById } from './paper-queries';
import { smallSheet } from './reading/small-sheet';
import type { ReceiptStatus } from './rules/states';

type Reader = EnterpriseActor | StaffActor;

export type PhotographRow = {
  readonly id: string;
  readonly verdict: string;
  readonly takenAt: Date;
  readonly submittedAt: Date | null;
  readonly takenBackAt: Date | null;
  readonly decision: string | null;
  readonly decisionReason: string | null;
  readonly opened: boolean;
  readonly hasFlat: boolean;
};

export type ReceiptVersionView = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: ReceiptStatus;
  readonly issuedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  readonly amountFen: number;
  /** Submitted ones; of a voided version also a last one that was still under way when it was voided. Newest first. */
  readonly photographs: readonly PhotographRow[];
};

/** Every issued version of a disbursement's receipt with its submitted photographs, newest first. */
export async function receiptVersions(ctx: Context<Reader>, disbursementId: string): Promise<ReceiptVersionView[]> {
  const rows = await ctx.db.receipt.findMany({
    where: { disbursementId },
    orderBy: { versionNumber: 'desc' },
    include: {
      disbursement: { select: { enterpriseId: true } },
      photographs: { orderBy: { takenAt: 'desc' } },
    },
  });
  const [first] = rows;
  if (first) authorise(ctx.actor, 'receipt.read', first.disbursement);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    version: row.versionNumber,
    status: row.status,
    issuedAt: row.issuedAt,
    voidedAt: row.voidedAt,
    voidReason: row.voidReason,
    amountFen: Number(row.amountFen),
    photographs: row.photographs
      .filter((one, index) => one.submittedAt !== null || (row.status === 'VOIDED' && index === 0))
      .map((one) => ({
        id: one.id,
        verdict: one.verdict,
        takenAt: one.takenAt,
        submittedAt: one.submittedAt,
        takenBackAt: one.takenBackAt,
        decision: one.decision,
        decisionReason: one.decisionReason,
        opened: one.openedAt !== null,
        hasFlat: one.flatKey !== null,
      })),
  }));
}

export type StoredPaper = { readonly bytes: Uint8Array; readonly mediaType: string; readonly name: string };

/** The issued bytes of a receipt version, or null. Never rendered anew: what was issued is what is shown. */
export async function receiptFile(ctx: Context<Reader>, id: string): Promise<StoredPaper | null> {
  const row = await receiptById(ctx.db, id);
  if (!row) return null;
  authorise(ctx.actor, 'receipt.read', row.disbursement);
  const bytes = await ctx.ports.files.get(row.pdfKey);
  return bytes && { bytes, mediaType: 'application/pdf', name: `${nameOf(row)}.pdf` };
}

/** The first page of an issued version as a picture, or null where it cannot be drawn. Drawn once and kept beside it. */
export async function issuedPagePicture(ctx: Context<Reader>, id: string): Promise<StoredPaper | null> {
  const row = await receiptById(ctx.db, id);
  if (!row) return null;
  authorise(ctx.actor, 'receipt.read', row.disbursement);
  const bytes = await firstPageOf(ctx, row.pdfKey);
  return bytes && { bytes, mediaType: 'image/jpeg', name: `${nameOf(row)}.jpg` };
}

const nameOf = ({ number, versionNumber }: { number: string; versionNumber: number }) =>
  `收据${number}第${versionNumber}版`;

async function firstPageOf({ ports: { files, pages } }: Context, pdfKey: string): Promise<Uint8Array | null> {
  const key = `${pdfKey}.page-1.jpg`;
  const kept = await files.get(key);
  if (kept) return kept;
  const pdf = await files.get(pdfKey);
  const drawn = pdf && (await pages.draw(pdf, 1));
  const page = drawn?.ok && drawn.value.pages[0];
  if (!page) return null;
  await keep(files, key, page);
  return page;
}

/** Keeps what was made to be shown. Where the store does not take it, it is shown all the same and made again next time. */
async function keep(files: Context['ports']['files'], key: string, jpeg: Uint8Array): Promise<void> {
  await files.put(key, jpeg, 'image/jpeg').catch((error: unknown) => console.error(`${key} was not kept:`, error));
}

/** One form of a photograph: upright for looking, straightened, or the evidence as it came (without metadata). */
export async function photographFile(
  ctx: Context<Reader>,
  id: string,
  as: 'view' | 'flat' | 'kept',
): Promise<StoredPaper | null> {
  const row = await photographById(ctx.db, id);
  if (!row) return null;
  authorise(ctx.actor, 'receipt.read', row.receipt.disbursement);
  const key = as === 'kept' ? row.keptKey : as === 'flat' ? row.flatKey : row.viewKey;
  const bytes = key ? await ctx.ports.files.get(key) : null;
  const mediaType = as === 'kept' ? row.mediaType : 'image/jpeg';
  const ending = mediaType === 'image/png' ? 'png' : 'jpg';
  return bytes && { bytes, mediaType, name: `收据照片${row.receipt.number}第${row.receipt.versionNumber}版.${ending}` };
}

export type SmallSheet = { readonly etag: string; readonly bytes: () => Promise<Uint8Array | null> };

/**
 * The straightened sheet of a photograph, small, for lists; null where there is none. It is made once and kept beside
 * the sheet, which never changes. Whoever has it already by its etag needs no bytes.
 */
export async function photographThumb(ctx: Context<StaffActor>, id: string): Promise<SmallSheet | null> {
  const row = await photographById(ctx.db, id);
  if (!row) return null;
  authorise(ctx.actor, 'receipt.read', row.receipt.disbursement);
  const { flatKey } = row;
  return flatKey ? { etag: `"${id}-thumb"`, bytes: () => thumbOf(ctx, flatKey) } : null;
}

async function thumbOf({ ports: { files } }: Context, flatKey: string): Promise<Uint8Array | null> {
  const key = flatKey.replace(/flat\.jpg$/, 'thumb.jpg');
  const kept = await files.get(key);
  if (kept) return kept;
  const flat = await files.get(flatKey);
  if (!flat) return null;
  const small = await smallSheet(flat);
  await keep(files, key, small);
  return small;
}
