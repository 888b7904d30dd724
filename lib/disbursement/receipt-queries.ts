import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Finding } from '@/lib/capture/rules/findings';
import { submittedPhotograph } from '@/lib/receipt/photograph-store';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import { currentReceipt, modelOf } from '@/lib/receipt/store';

export type ReceiptQueueRow = {
  readonly disbursementId: string;
  readonly receiptNumber: string;
  readonly version: number;
  readonly enterpriseName: string;
  readonly batchNumber: string;
  readonly amountFen: number;
  readonly verdict: string;
  readonly submittedAt: Date;
  readonly opened: boolean;
};

const AT_ONCE = 100;

/** Submitted receipts that wait for finance, oldest first. */
export async function receiptQueue(ctx: Context<StaffActor>): Promise<ReceiptQueueRow[]> {
  authorise(ctx.actor, 'batch.read');
  const rows = await ctx.db.disbursement.findMany({
    where: { status: 'RECEIPT_REVIEW' },
    orderBy: { lastActAt: 'asc' },
    take: AT_ONCE,
    include: {
      enterprise: { select: { name: true } },
      batch: { select: { number: true } },
      receipts: {
        where: { status: 'SUBMITTED' },
        include: { photographs: { where: { submittedAt: { not: null }, takenBackAt: null, decision: null } } },
      },
    },
  });
  return rows.flatMap((row) => {
    const receipt = row.receipts[0];
    const photograph = receipt?.photographs[0];
    if (!receipt || !photograph?.submittedAt) return [];
    return [
      {
        disbursementId: row.id,
        receiptNumber: receipt.number,
        version: receipt.versionNumber,
        enterpriseName: row.enterprise.name,
        batchNumber: row.batch.number,
        amountFen: Number(row.amountFen),
        verdict: photograph.verdict,
        submittedAt: photograph.submittedAt,
        opened: photograph.openedAt !== null,
      },
    ];
  });
}

export type ReceiptDesk = {
  readonly disbursementId: string;
  readonly status: string;
  readonly notBefore: Date | null;
  readonly receiptId: string;
  readonly model: ReceiptModel;
  readonly caseNumber: string;
  readonly applicationId: string;
  readonly photograph: {
    readonly id: string;
    readonly verdict: string;
    readonly findings: readonly Finding[];
    readonly takenAt: Date;
    readonly submittedAt: Date;
    readonly opened: boolean;
    readonly hasFlat: boolean;
    readonly originalSha256: string;
  };
  /** Submitted before under another receipt: the same bytes. */
  readonly samePictureElsewhere: number;
};

/** What an officer judges: the issued paper's values and the photograph beside them; null when nothing is submitted. */
export async function receiptDesk(ctx: Context<StaffActor>, disbursementId: string): Promise<ReceiptDesk | null> {
  authorise(ctx.actor, 'batch.read');
  const row = await ctx.db.disbursement.findUnique({
    where: { id: disbursementId },
    include: { application: { select: { id: true, number: true } } },
  });
  const receipt = row ? await currentReceipt(ctx.db, row.id) : null;
  const photograph = receipt ? await submittedPhotograph(ctx.db, receipt.id) : null;
  if (!row || !receipt || !photograph?.submittedAt) return null;
  return {
    disbursementId: row.id,
    status: row.status,
    notBefore: row.notBefore,
    receiptId: receipt.id,
    model: await modelOf(ctx, receipt.id),
    caseNumber: row.application.number ?? '',
    applicationId: row.application.id,
    photograph: {
      id: photograph.id,
      verdict: photograph.verdict,
      findings: photograph.findings as unknown as Finding[],
      takenAt: photograph.takenAt,
      submittedAt: photograph.submittedAt,
      opened: photograph.openedAt !== null,
      hasFlat: photograph.flatKey !== null,
      originalSha256: photograph.originalSha256,
    },
    samePictureElsewhere: await ctx.db.receiptPhotograph.count({
      where: { originalSha256: photograph.originalSha256, submittedAt: { not: null }, NOT: { receiptId: receipt.id } },
    }),
  };
}
