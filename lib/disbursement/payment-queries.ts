import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { namesOf } from './batch-queries';
import { payeeRisksOf } from './payee-queries';
import { firstStatement, heldInFile, rowsForPayment } from './payment-store';
import { bankLayoutSchema } from './rules/bank-layout.schema';
import { resultHint } from './rules/layout-words';
import type { PaymentLineStatus } from './rules/labels';
import type { PaymentFileStatus } from './rules/money-states';
import { paymentObstacle } from './rules/payable';
import type { Blocked } from './rules/refusals';
import { itemOf, type UnmatchedView } from './unmatched-queries';

export type PayableRow = {
  readonly id: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly receiptNumber: string;
  readonly enterpriseName: string;
  readonly maskedNumber: string;
  readonly bankName: string;
  readonly amountFen: number;
  /** Why it cannot be paid now; null when it can. */
  readonly obstacle: string | null;
  /** What finance should know of the account; it does not keep it from being paid. */
  readonly risks: readonly string[];
};

/** Disbursements whose receipt was accepted, by receipt number, with what stands against paying each. */
export async function payable(ctx: Context<StaffActor>): Promise<PayableRow[]> {
  authorise(ctx.actor, 'payment.read');
  const rows = await rowsForPayment(ctx.db, { status: 'PAYABLE' });
  const risks = await payeeRisksOf(ctx.db, rows);
  return rows.map((row) => ({
    id: row.id,
    programmeId: row.programmeId,
    programmeName: row.programmeName,
    receiptNumber: row.receiptNumber ?? '',
    enterpriseName: row.enterpriseName,
    maskedNumber: row.bankAccount?.maskedNumber ?? '',
    bankName: row.bankAccount?.bankName ?? '',
    amountFen: row.amountFen,
    obstacle: paymentObstacle(row, ctx.now),
    risks: risks.get(row.id) ?? [],
  }));
}

export type PaymentFileRow = {
  readonly id: string;
  readonly number: string;
  readonly status: PaymentFileStatus;
  readonly lineCount: number;
  readonly totalFen: number;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly settled: { readonly paid: number; readonly failed: number; readonly pending: number };
  readonly unmatched: number;
};

const AT_ONCE = 100;

/** Payment files, the newest first. */
export async function paymentFiles(ctx: Context<StaffActor>): Promise<PaymentFileRow[]> {
  authorise(ctx.actor, 'payment.read');
  const rows = await ctx.db.paymentFile.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: AT_ONCE,
    include: {
      lines: { select: { status: true } },
      results: { select: { items: { where: { closedAt: null }, select: { id: true } } } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    lineCount: row.lineCount,
    totalFen: Number(row.totalFen),
    createdAt: row.createdAt,
    confirmedAt: row.confirmedAt,
    settled: settledOf(row.lines),
    unmatched: row.results.reduce((sum, result) => sum + result.items.length, 0),
  }));
}

export type PaymentFileDetail = PaymentFileRow & {
  readonly sha256: string;
  readonly layout: { readonly name: string; readonly number: number; readonly hint: string };
  readonly makerName: string;
  readonly confirmerName: string | null;
  readonly reconciledAt: Date | null;
  readonly lines: readonly {
    readonly id: string;
    readonly lineNumber: string;
    readonly disbursementId: string;
    readonly holder: string;
    readonly accountTail: string;
    readonly amountFen: number;
    readonly remark: string;
    readonly status: PaymentLineStatus;
    readonly failureReason: string | null;
    readonly bankReference: string | null;
    readonly settledAt: Date | null;
    /** Before it is confirmed: what the second person should know of the account. */
    readonly risks: readonly string[];
  }[];
  readonly results: readonly {
    readonly id: string;
    readonly importedAt: Date;
    readonly importerName: string;
    readonly paid: number;
    readonly failed: number;
    readonly waiting: number;
    readonly unmatched: readonly UnmatchedView[];
  }[];
  /** Orders that were stopped and that the bank has not settled: they keep the file from the bank. */
  readonly held: readonly Blocked[];
  /** Who stated, as the first of two, that the bank never had the file. */
  readonly neverSentBy: string | null;
  readonly may: {
    readonly confirm: boolean;
    readonly discard: boolean;
    readonly download: boolean;
    readonly takeResult: boolean;
    readonly stateNeverSent: boolean;
    readonly withdraw: boolean;
  };
};

/** A payment file with its lines, the bank's answers and what did not match, or null. */
export async function paymentFileDetail(ctx: Context<StaffActor>, id: string): Promise<PaymentFileDetail | null> {
  authorise(ctx.actor, 'payment.read');
  const row = await ctx.db.paymentFile.findUnique({
    where: { id },
    include: {
      lines: { orderBy: { position: 'asc' } },
      layoutVersion: { select: { name: true, number: true, config: true } },
      results: { orderBy: { importedAt: 'desc' }, include: { items: { orderBy: { line: 'asc' } } } },
    },
  });
  if (!row) return null;
  const first = await firstStatement(ctx.db, id);
  const people = await namesOf(ctx, [
    row.makerId,
    row.confirmedById,
    first,
    ...row.results.map((one) => one.importedById),
  ]);
  const held = await heldInFile(ctx.db, row.lines);
  const risks = row.status === 'DRAFT' ? await risksInFile(ctx, row.lines) : new Map<string, string[]>();
  const results = row.results.map((one) => ({
    id: one.id,
    importedAt: one.importedAt,
    importerName: people.get(one.importedById) ?? '',
    paid: one.paidCount,
    failed: one.failedCount,
    waiting: one.waitingCount,
    unmatched: one.items.map(itemOf),
  }));
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    lineCount: row.lineCount,
    totalFen: Number(row.totalFen),
    createdAt: row.createdAt,
    confirmedAt: row.confirmedAt,
    reconciledAt: row.reconciledAt,
    settled: settledOf(row.lines),
    unmatched: results.reduce((sum, one) => sum + one.unmatched.filter((item) => !item.isClosed).length, 0),
    sha256: row.sha256,
    layout: layoutOf(row.layoutVersion),
    makerName: people.get(row.makerId) ?? '',
    confirmerName: row.confirmedById && (people.get(row.confirmedById) ?? ''),
    lines: row.lines.map((line) => ({
      ...line,
      amountFen: Number(line.amountFen),
      risks: risks.get(line.disbursementId) ?? [],
    })),
    results,
    held,
    neverSentBy: first && (people.get(first) ?? ''),
    may: mayDo(ctx, { ...row, held }, first),
  };
}

function layoutOf({ name, number, config }: { name: string; number: number; config: unknown }) {
  return { name, number, hint: resultHint(bankLayoutSchema.parse(config)) };
}

async function risksInFile(ctx: Context<StaffActor>, lines: readonly { readonly disbursementId: string }[]) {
  const rows = await ctx.db.disbursement.findMany({
    where: { id: { in: lines.map(({ disbursementId }) => disbursementId) } },
    select: { id: true, bankAccountId: true, contactId: true },
  });
  return payeeRisksOf(ctx.db, rows);
}

function mayDo(
  ctx: Context<StaffActor>,
  file: { status: PaymentFileStatus; makerId: string; results: readonly unknown[]; held: readonly Blocked[] },
  first: string | null,
): PaymentFileDetail['may'] {
  const isOther = may(ctx.actor, 'payment.confirm', { madeBy: [file.makerId] });
  const isUnanswered = file.status === 'CONFIRMED' && file.results.length === 0;
  return {
    confirm: file.status === 'DRAFT' && isOther,
    discard: file.status === 'DRAFT' && may(ctx.actor, 'payment.make'),
    download: (file.status === 'CONFIRMED' || file.status === 'RECONCILED') && file.held.length === 0,
    takeResult: file.status !== 'DRAFT' && may(ctx.actor, 'payment.import', { madeBy: [file.makerId] }),
    stateNeverSent: isUnanswered && first === null && may(ctx.actor, 'payment.make'),
    withdraw: isUnanswered && first !== null && may(ctx.actor, 'payment.confirm', { madeBy: [file.makerId, first] }),
  };
}

function settledOf(lines: readonly { status: PaymentLineStatus }[]): PaymentFileRow['settled'] {
  const count = (status: PaymentLineStatus) => lines.filter((line) => line.status === status).length;
  return { paid: count('PAID'), failed: count('FAILED'), pending: count('PENDING') };
}
