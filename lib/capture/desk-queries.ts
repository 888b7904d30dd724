import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { payeeRisksOf } from '@/lib/disbursement/payee-queries';
import { maskBankAccount, maskMobile } from '@/lib/kernel/mask';
import { currentReceipt, modelOf, sameBytesElsewhere, submittedPhotograph } from '@/lib/receipt/paper-queries';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import type { Prisma } from '@/prisma/generated/client';
import type { Finding } from './rules/findings';

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
  readonly photographId: string;
};

/** What one page of the desk shows; the oldest come first, so the rest is reached by working. */
const AT_ONCE = 100;

/** Photographs that wait for an officer's word. */
export const waitingFor = (about: string) =>
  ({
    ...{ submittedAt: { not: null }, takenBackAt: null, decision: null },
    receipt: { status: 'SUBMITTED', disbursement: { status: 'RECEIPT_REVIEW' } },
    ...(about && {
      OR: [
        { receipt: { number: { contains: about, mode: 'insensitive' } } },
        { receipt: { disbursement: { enterprise: { name: { contains: about } } } } },
      ],
    }),
  }) satisfies Prisma.ReceiptPhotographWhereInput;

/** Submitted receipts that wait for finance, oldest first. `about` keeps those whose number or enterprise holds it. */
export async function receiptQueue(ctx: Context<StaffActor>, about = ''): Promise<ReceiptQueueRow[]> {
  authorise(ctx.actor, 'batch.read');
  const rows = await ctx.db.receiptPhotograph.findMany({
    where: waitingFor(about),
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
    include: {
      receipt: {
        include: {
          disbursement: {
            include: { enterprise: { select: { name: true } }, batch: { select: { number: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ receipt, ...photograph }) => ({
    disbursementId: receipt.disbursementId,
    receiptNumber: receipt.number,
    version: receipt.versionNumber,
    enterpriseName: receipt.disbursement.enterprise.name,
    batchNumber: receipt.disbursement.batch.number,
    amountFen: Number(receipt.amountFen),
    verdict: photograph.verdict,
    submittedAt: photograph.submittedAt ?? photograph.takenAt,
    opened: photograph.openedAt !== null,
    photographId: photograph.id,
  }));
}

/** What the paper says, with the whole numbers of people and accounts kept back: they stand on the paper itself. */
export type PaperValues = Omit<ReceiptModel, 'account' | 'contact'> & {
  readonly account: Omit<ReceiptModel['account'], 'number'> & { readonly masked: string };
  readonly contact: { readonly name: string; readonly masked: string };
};

export type EarlierPhotograph = {
  readonly id: string;
  readonly submittedAt: Date;
  readonly outcome: 'taken-back' | 'returned';
  readonly reason: string | null;
  /** The very file that waits now: handed in again though it was sent back. */
  readonly isSameFile: boolean;
};

export type ReceiptDesk = {
  readonly disbursementId: string;
  /** Until when a new account is not paid; null when that is over. */
  readonly notBefore: Date | null;
  readonly receiptId: string;
  readonly pages: number;
  readonly values: PaperValues;
  readonly caseNumber: string;
  readonly applicationId: string;
  readonly photograph: {
    readonly id: string;
    readonly verdict: string;
    readonly findings: readonly Finding[];
    readonly takenAt: Date;
    readonly submittedAt: Date;
    readonly byPhone: boolean;
    readonly opened: boolean;
    readonly hasFlat: boolean;
  };
  readonly earlier: readonly EarlierPhotograph[];
  /** What finance is told of the account before it pays. */
  readonly risks: readonly string[];
  /** Submitted before under another receipt: the same bytes. */
  readonly samePictureElsewhere: number;
  readonly mayJudge: boolean;
};

/** What an officer judges: the issued paper's values and the photograph beside them; null when nothing waits. */
export async function receiptDesk(ctx: Context<StaffActor>, disbursementId: string): Promise<ReceiptDesk | null> {
  authorise(ctx.actor, 'batch.read');
  const row = await ctx.db.disbursement.findUnique({
    where: { id: disbursementId, status: 'RECEIPT_REVIEW' },
    include: { application: { select: { id: true, number: true } } },
  });
  const receipt = row ? await currentReceipt(ctx.db, row.id) : null;
  const photograph = receipt ? await submittedPhotograph(ctx.db, receipt.id) : null;
  if (!row || !receipt || !photograph?.submittedAt) return null;
  return {
    disbursementId: row.id,
    notBefore: row.notBefore && row.notBefore > ctx.now ? row.notBefore : null,
    receiptId: receipt.id,
    pages: receipt.pageCodes.length,
    values: paperValues(await modelOf(ctx, receipt.id)),
    caseNumber: row.application.number ?? '',
    applicationId: row.application.id,
    photograph: {
      id: photograph.id,
      verdict: photograph.verdict,
      findings: photograph.findings as unknown as Finding[],
      takenAt: photograph.takenAt,
      submittedAt: photograph.submittedAt,
      byPhone: photograph.captureSessionId !== null,
      opened: photograph.openedAt !== null,
      hasFlat: photograph.flatKey !== null,
    },
    risks: (await payeeRisksOf(ctx.db, [row])).get(row.id) ?? [],
    earlier: await earlierOf(ctx, row.id, photograph),
    samePictureElsewhere: await sameBytesElsewhere(ctx.db, photograph.originalSha256, receipt.id),
    mayJudge: may(ctx.actor, 'receipt.judge', row),
  };
}

function paperValues({ account, contact, ...rest }: ReceiptModel): PaperValues {
  const { number, ...bank } = account;
  return {
    ...rest,
    account: { ...bank, masked: maskBankAccount(number) },
    contact: { name: contact.name, masked: maskMobile(contact.phone) },
  };
}

/** Photographs that were handed in for this matter before and came to nothing, newest first. */
async function earlierOf(
  ctx: Context,
  disbursementId: string,
  present: { readonly id: string; readonly originalSha256: string },
): Promise<EarlierPhotograph[]> {
  const rows = await ctx.db.receiptPhotograph.findMany({
    where: { receipt: { disbursementId }, submittedAt: { not: null }, id: { not: present.id } },
    orderBy: { submittedAt: 'desc' },
  });
  return rows.map((row) => ({
    id: row.id,
    submittedAt: row.submittedAt ?? row.takenAt,
    outcome: row.takenBackAt ? 'taken-back' : 'returned',
    reason: row.decisionReason,
    isSameFile: row.originalSha256 === present.originalSha256,
  }));
}
