import 'server-only';
import type { Context } from '@/lib/access/context';
import { currentReceipt, receiptByVersion } from '@/lib/receipt/paper-queries';
import { isFirstPage, parsePageCode } from '@/lib/receipt/rules/page-code';
import type { ReceiptVersion } from '../rules/findings';
import type { Inspection } from '../rules/inspection';
import { judge, type Judgement } from '../rules/judge';
import { FLAWLESS, worthOfOther } from '../rules/page-worth';
import { lookAtPhotograph, type Looking } from './look-at-photograph';
import { openPicture } from './open-picture';

export type CheckedFile =
  | (Judgement & {
      /** What it was judged as; null when nothing on it says what it is. */
      readonly receipt: ReceiptVersion | null;
      readonly inspection: Inspection;
      readonly originalSha256: string;
    })
  | { readonly refused: string };

/**
 * What the server finds on any picture or PDF, for support: nothing is kept and nothing changes. Judged as the receipt
 * named, else as the current version of what its code says.
 */
export async function checkPicture(
  ctx: Looking,
  bytes: Uint8Array,
  named: ReceiptVersion | null,
): Promise<CheckedFile> {
  const receipt = named ? await receiptByVersion(ctx.db, named.number, named.version) : await readOff(ctx, bytes);
  if (named && !receipt) return { refused: 'receipt-unknown' };
  if (!receipt) return withoutReceipt(ctx, bytes);
  const looked = await lookAtPhotograph(ctx, receipt, { bytes });
  if (!looked.ok) return { refused: looked.refusal.code };
  const { picture, verdict, findings } = looked.value;
  const { inspection, originalSha256 } = picture;
  const { number, versionNumber: version } = receipt;
  return { verdict, findings, receipt: { number, version }, inspection, originalSha256 };
}

async function readOff(ctx: Looking, bytes: Uint8Array) {
  const opened = await openPicture(ctx, { bytes }, async ({ inspection }) => {
    const isSheet = isFirstPage(inspection.code) && (await issuedUnder(ctx, inspection.code)) !== null;
    return isSheet ? FLAWLESS : worthOfOther(inspection);
  });
  const code = opened.ok ? opened.value.inspection.code : null;
  const issued = await issuedUnder(ctx, code);
  if (issued?.status !== 'VOIDED') return issued;
  return (await currentReceipt(ctx.db, issued.disbursementId)) ?? issued;
}

async function issuedUnder({ db }: Pick<Context, 'db'>, code: string | null) {
  const read = code === null ? null : parsePageCode(code);
  return read?.ok ? receiptByVersion(db, read.value.number, read.value.version) : null;
}

async function withoutReceipt(ctx: Looking, bytes: Uint8Array): Promise<CheckedFile> {
  const opened = await openPicture(ctx, { bytes }, async ({ inspection }) => worthOfOther(inspection));
  if (!opened.ok) return { refused: opened.refusal.code };
  const { inspection, originalSha256 } = opened.value;
  const check = inspection.code === null ? 'unread' : parsePageCode(inspection.code).ok ? 'forged' : 'foreign';
  return { ...judge(inspection, { number: '', version: 0 }, check), receipt: null, inspection, originalSha256 };
}
