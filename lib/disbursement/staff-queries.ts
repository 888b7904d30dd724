import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { formatDayTime, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { receiptVersions, type ReceiptVersionView } from '@/lib/receipt/queries';
import { recoveriesOf, type RecoveryView } from './recovery-store';
import { payeeHistory, payeeRisksOf, type PayeeChangeView } from './payee-queries';
import { daysRun, lapsesAfter } from './rules/days';
import { isBankHold } from './rules/holds';
import type { PaymentLineStatus } from './rules/labels';
import { BEFORE_REVIEW, ENDED } from './rules/standing';
import type { DisbursementStatus } from './rules/states';
import { proofNeed, proofsJudgedOn, type LineState, type ProofNeed } from './rules/talent-lines';
import { DAYS, forAct, type DisbursementForAct } from './store';

export type AttentionRow = {
  readonly id: string;
  readonly enterpriseName: string;
  readonly caseNumber: string;
  readonly amountFen: number;
  readonly status: DisbursementStatus;
  readonly why: 'left-declared' | 'payment-failed' | 'held' | 'new-account';
  readonly what: string;
  readonly since: Date;
};

const AT_ONCE = 100;

/** Disbursements that wait for a decision of staff outside of the desks: 已离职 to be decided, failed payments, holds, new accounts (a risk). */
export async function needingAttention(ctx: Context<StaffActor>): Promise<AttentionRow[]> {
  authorise(ctx.actor, 'disbursement.read');
  const rows = await ctx.db.disbursement.findMany({
    where: {
      OR: [
        { lines: { some: { state: 'LEFT_DECLARED' } } },
        { status: 'PAYMENT_FAILED' },
        { notBefore: { gt: ctx.now }, status: { in: [...BEFORE_REVIEW, 'RECEIPT_REVIEW', 'PAYABLE'] } },
        { holdReason: { not: null }, status: { notIn: ['CANCELLED', 'LAPSED', 'FALLEN_AWAY'] } },
      ],
    },
    orderBy: [{ lastActAt: 'asc' }, { id: 'asc' }],
    take: AT_ONCE,
    include: {
      enterprise: { select: { name: true } },
      application: { select: { number: true } },
      lines: { where: { state: 'LEFT_DECLARED' }, orderBy: { position: 'asc' }, select: { name: true } },
    },
  });
  const risks = await payeeRisksOf(ctx.db, rows);
  return rows.map((row) => ({
    id: row.id,
    enterpriseName: row.enterprise.name,
    caseNumber: row.application.number ?? '',
    amountFen: Number(row.amountFen),
    status: row.status,
    since: row.lastActAt,
    ...whyOf(row, risks.get(row.id) ?? [], ctx.now),
  }));
}

function whyOf(
  row: {
    status: DisbursementStatus;
    holdReason: string | null;
    failureReason: string | null;
    notBefore: Date | null;
    lines: readonly { name: string }[];
  },
  risks: readonly string[],
  now: Date,
): Pick<AttentionRow, 'why' | 'what'> {
  if (row.holdReason) return { why: 'held', what: row.holdReason };
  if (row.lines.length > 0) return { why: 'left-declared', what: row.lines.map((line) => line.name).join('、') };
  if (row.status !== 'PAYMENT_FAILED' && row.notBefore && row.notBefore > now) {
    return { why: 'new-account', what: [`${formatDayTime(row.notBefore)} 后可付`, ...risks].join('；') };
  }
  return { why: 'payment-failed', what: row.failureReason ?? '' };
}

export type StaffDisbursement = {
  readonly id: string;
  readonly status: DisbursementStatus;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly programmeName: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly batch: { readonly id: string; readonly number: string };
  readonly amountFen: number;
  readonly openedAt: Date;
  readonly confirmedAt: Date | null;
  readonly notBefore: Date | null;
  readonly lapsesAfter: ShanghaiDay | null;
  readonly account: {
    readonly holder: string;
    readonly maskedNumber: string;
    readonly bankName: string;
    readonly cnapsCode: string;
  } | null;
  readonly contact: { readonly name: string; readonly maskedMobile: string } | null;
  readonly failure: { readonly reason: string; readonly cause: string | null } | null;
  readonly hold: string | null;
  /** Since when, where it is this disbursement's own. */
  readonly holdSince: Date | null;
  readonly isBankHold: boolean;
  readonly lines: readonly {
    readonly id: string;
    readonly name: string;
    readonly amountFen: number;
    readonly state: LineState;
    readonly leftReason: string | null;
    readonly need: ProofNeed;
    readonly proof: { readonly fileId: string; readonly issuedOn: string } | null;
  }[];
  readonly receipts: readonly ReceiptVersionView[];
  readonly payments: readonly {
    readonly lineNumber: string;
    readonly fileId: string;
    readonly status: PaymentLineStatus;
    readonly amountFen: number;
    readonly failureReason: string | null;
    readonly settledAt: Date | null;
  }[];
  /** 追回: what was claimed back outside, the newest first. */
  readonly recoveries: readonly RecoveryView[];
  /** Changes of account and contact, the newest first, and what they mean for paying. */
  readonly payee: { readonly changes: readonly PayeeChangeView[]; readonly risks: readonly string[] };
  readonly history: readonly {
    readonly id: string;
    readonly at: Date;
    readonly word: string;
    readonly by: string;
    readonly reason: string | null;
  }[];
  readonly may: {
    readonly decideLeft: boolean;
    readonly leaveBatch: boolean;
    readonly returnProof: boolean;
    readonly retry: boolean;
    readonly blameAccount: boolean;
    readonly recover: boolean;
    readonly reopen: boolean;
    readonly revive: boolean;
    readonly putHold: boolean;
    readonly liftHold: boolean;
  };
};

const detailRow = (ctx: Context, id: string) =>
  ctx.db.disbursement.findUniqueOrThrow({
    where: { id },
    include: {
      batch: { select: { id: true, number: true } },
      enterprise: { select: { uscc: true } },
      bankAccount: { select: { holder: true, maskedNumber: true, bankName: true, cnapsCode: true } },
      contact: { select: { name: true, maskedMobile: true } },
      lines: { include: { proofs: { where: { replacedAt: null }, select: { fileId: true, issuedOn: true } } } },
      paymentLines: { orderBy: { id: 'desc' }, include: { paymentFile: { select: { confirmedAt: true } } } },
      ...DAYS,
    },
  });
type DetailRow = Awaited<ReturnType<typeof detailRow>>;

/** All that staff see of one disbursement, or null: facts, papers, payments, what happened, and what may be done. */
export async function staffDisbursement(ctx: Context<StaffActor>, id: string): Promise<StaffDisbursement | null> {
  authorise(ctx.actor, 'disbursement.read');
  const row = await forAct(ctx.db, id);
  if (!row) return null;
  const more = await detailRow(ctx, id);
  return {
    ...factsOf(row, more, shanghaiDayOf(ctx.now)),
    notBefore: row.notBefore && row.notBefore > ctx.now ? row.notBefore : null,
    lines: linesOf(row, more, shanghaiDayOf(ctx.now)),
    receipts: await receiptVersions(ctx, id),
    payments: more.paymentLines.map((line) => ({
      lineNumber: line.lineNumber,
      fileId: line.paymentFileId,
      status: line.status,
      amountFen: Number(line.amountFen),
      failureReason: line.failureReason,
      settledAt: line.settledAt,
    })),
    recoveries: await recoveriesOf(ctx, id),
    payee: await payeeHistory(ctx, row),
    history: await historyOf(ctx, id),
    may: mayDo(ctx, row, { wasAtBank: more.paymentLines.some((line) => line.paymentFile.confirmedAt !== null) }),
  };
}

function factsOf(row: DisbursementForAct, more: DetailRow, today: ShanghaiDay) {
  const { id, status, enterpriseName, caseId, caseNumber, amountFen, openedAt, confirmedAt, hold } = row;
  return {
    ...{ id, status, enterpriseName, caseId, caseNumber, amountFen, openedAt, confirmedAt, hold },
    uscc: more.enterprise.uscc,
    programmeName: row.terms.name,
    batch: more.batch,
    lapsesAfter: daysRun(row) ? lapsesAfter(more, row.terms.lapseDays, today) : null,
    account: more.bankAccount,
    contact: more.contact,
    holdSince: row.holdSince,
    isBankHold: isBankHold(row.holdReason),
    failure:
      row.failureReason && status === 'PAYMENT_FAILED' ? { reason: row.failureReason, cause: row.failureCause } : null,
  };
}

function linesOf(row: DisbursementForAct, more: DetailRow, today: ShanghaiDay): StaffDisbursement['lines'] {
  const proofs = new Map(more.lines.map((line) => [line.id, line.proofs[0] ?? null]));
  const judgedOn = proofsJudgedOn(row, today);
  return row.lines.map((line) => {
    const { id, name, amountFen, state, leftReason } = line;
    const need = proofNeed(line, judgedOn, row.terms.proofMaxAgeDays);
    return { id, name, amountFen, state, leftReason, need, proof: proofs.get(id) ?? null };
  });
}

function mayDo(
  ctx: Context<StaffActor>,
  row: DisbursementForAct,
  { wasAtBank }: { readonly wasAtBank: boolean },
): StaffDisbursement['may'] {
  const mayLeave = BEFORE_REVIEW.includes(row.status) && row.holdReason === null && !wasAtBank;
  const isBankFault = row.status === 'PAYMENT_FAILED' && row.failureCause !== 'account';
  return {
    decideLeft: row.status === 'AWAITING_PROOF' && may(ctx.actor, 'left.decide'),
    leaveBatch: mayLeave && may(ctx.actor, 'disbursement.manage'),
    returnProof: row.status === 'RECEIPT_REVIEW' && may(ctx.actor, 'receipt.judge'),
    retry: isBankFault && may(ctx.actor, 'payment.make'),
    blameAccount: isBankFault && may(ctx.actor, 'payment.make'),
    reopen: row.status === 'PAYABLE' && may(ctx.actor, 'disbursement.manage'),
    recover: row.status === 'PAID' && may(ctx.actor, 'disbursement.manage'),
    revive: row.status === 'LAPSED' && may(ctx.actor, 'disbursement.manage'),
    putHold: !row.hold && !ENDED.includes(row.status) && may(ctx.actor, 'disbursement.hold'),
    liftHold: row.holdReason !== null && !isBankHold(row.holdReason) && may(ctx.actor, 'disbursement.hold'),
  };
}

async function historyOf(ctx: Context, id: string): Promise<StaffDisbursement['history']> {
  const rows = await ctx.db.auditEntry.findMany({
    where: { subjectKind: 'disbursement', subjectId: id },
    orderBy: { sequence: 'desc' },
    take: AT_ONCE,
  });
  return rows.map(({ id: entryId, at, word, actorLabel, detail }) => {
    const { reason } = (detail ?? {}) as { reason?: unknown };
    return { id: entryId, at, word, by: actorLabel, reason: typeof reason === 'string' ? reason : null };
  });
}
