import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { shanghaiDay, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { receiptVersions, type ReceiptVersionView } from '@/lib/receipt/queries';
import { daysRun, lapsesAfter, type Days } from './rules/days';
import { publicHold, talentHoldOf } from './rules/holds';
import { publicLabel, type StatusLabel } from './rules/labels';
import { nextStep, type NextStepWords } from './rules/next-step';
import { disbursementPath, type PathStep } from './rules/path';
import { remarkOf } from './rules/payment-file';
import { ENDED } from './rules/standing';
import type { DisbursementStatus } from './rules/states';
import { proofNeed, proofsJudgedOn, type LineState, type ProofNeed } from './rules/talent-lines';
import { disbursementTerms } from './rules/terms';
import { DAYS, HELD } from './store';

export type DisbursementRow = {
  readonly id: string;
  readonly programmeName: string;
  readonly batchNumber: string;
  readonly caseNumber: string;
  readonly amountFen: number;
  readonly status: DisbursementStatus;
  readonly label: StatusLabel;
  readonly next: NextStepWords;
  readonly openedAt: Date;
  readonly paidAt: Date | null;
};

const listed = {
  missing: { where: { resolvedAt: null }, select: { character: true } },
  batch: { select: { number: true } },
  enterprise: { select: { status: true } },
  application: {
    select: { number: true, holdReason: true, talents: HELD, programmeVersion: { select: { config: true } } },
  },
  lines: { select: { state: true } },
  ...DAYS,
} as const;

/** 待拨付资金列表: what is on its way, the newest batch first, and what has ended. */
export async function myDisbursements(
  ctx: Context<EnterpriseActor>,
): Promise<{ pending: DisbursementRow[]; ended: DisbursementRow[] }> {
  const { enterpriseId } = ctx.actor;
  authorise(ctx.actor, 'disbursement.read', { enterpriseId });
  const rows = await ctx.db.disbursement.findMany({
    where: { enterpriseId },
    include: listed,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
  });
  const all = rows.map((row) => ({
    id: row.id,
    programmeName: disbursementTerms.parse(row.application.programmeVersion.config).name,
    batchNumber: row.batch.number,
    caseNumber: row.application.number ?? '',
    amountFen: Number(row.amountFen),
    status: row.status,
    label: labelOf(row),
    next: nextOf(row, shanghaiDayOf(ctx.now)),
    openedAt: row.openedAt,
    paidAt: row.paidAt,
  }));
  const hasEnded = (row: DisbursementRow) => ENDED.includes(row.status);
  return { pending: all.filter((row) => !hasEnded(row)), ended: all.filter(hasEnded) };
}

export type TalentLineView = {
  readonly id: string;
  readonly name: string;
  readonly categoryLabel: string;
  readonly amountFen: number;
  readonly state: LineState;
  readonly leftReason: string | null;
  readonly need: ProofNeed;
  readonly proof: { readonly fileId: string; readonly fileName: string; readonly issuedOn: ShanghaiDay } | null;
};

export type DisbursementDetail = {
  readonly id: string;
  readonly status: DisbursementStatus;
  readonly label: StatusLabel;
  readonly programmeName: string;
  readonly entryWord: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly batchNumber: string;
  readonly amountFen: number;
  readonly lines: readonly TalentLineView[];
  readonly proofMaxAgeDays: number;
  readonly today: ShanghaiDay;
  /** Chosen or confirmed; the number masked. */
  readonly account: {
    readonly id: string;
    readonly holder: string;
    readonly maskedNumber: string;
    readonly bankName: string;
    readonly cnapsCode: string;
  } | null;
  readonly contact: { readonly id: string; readonly name: string; readonly maskedMobile: string } | null;
  readonly confirmedAt: Date | null;
  readonly notBefore: Date | null;
  readonly accountQuietHours: number;
  readonly receiptNumber: string | null;
  /** 附言 on the bank transfer; null before a receipt has a number. */
  readonly remark: string | null;
  /** Newest first, with their submitted photographs. */
  readonly receipts: readonly ReceiptVersionView[];
  /** Characters for which the receipt could not be printed yet; the administrator adds a font. */
  readonly missing: readonly string[];
  readonly failure: { readonly reason: string; readonly cause: 'account' | 'bank' } | null;
  readonly hold: string | null;
  /** Of a talent of the case: stops printing, payment and days, not what is done before. */
  readonly talentHold: string | null;
  readonly paidAt: Date | null;
  readonly lapsesAfter: ShanghaiDay | null;
  readonly path: readonly PathStep[];
  readonly next: NextStepWords;
};

const detailed = {
  ...listed,
  bankAccount: { select: { id: true, holder: true, maskedNumber: true, bankName: true, cnapsCode: true } },
  contact: { select: { id: true, name: true, maskedMobile: true } },
  lines: {
    orderBy: { position: 'asc' },
    include: { proofs: { where: { replacedAt: null }, include: { file: { select: { originalName: true } } } } },
  },
} as const;

const detailRow = (ctx: Context<EnterpriseActor>, id: string) =>
  ctx.db.disbursement.findFirst({ where: { id, enterpriseId: ctx.actor.enterpriseId }, include: detailed });
type DetailRow = NonNullable<Awaited<ReturnType<typeof detailRow>>>;

/** Everything that the 详情 page of a disbursement shows, or null; the account masked. */
export async function disbursementDetail(
  ctx: Context<EnterpriseActor>,
  id: string,
): Promise<DisbursementDetail | null> {
  const row = await detailRow(ctx, id);
  if (!row) return null;
  authorise(ctx.actor, 'disbursement.read', row);
  const terms = disbursementTerms.parse(row.application.programmeVersion.config);
  const today = shanghaiDayOf(ctx.now);
  const receipts = await receiptVersions(ctx, row.id);
  const judgedOn = proofsJudgedOn(row, today);
  const lines = row.lines.map((line) => lineView(line, judgedOn, terms.proofMaxAgeDays));
  return {
    ...factsOf(row, today),
    programmeName: terms.name,
    entryWord: terms.entryWord,
    proofMaxAgeDays: terms.proofMaxAgeDays,
    accountQuietHours: terms.accountQuietHours,
    lines,
    today,
    notBefore: row.notBefore && row.notBefore > ctx.now ? row.notBefore : null,
    remark: row.receiptNumber && remarkOf(terms.name, row.receiptNumber),
    receipts,
    path: pathOf(row, lines, receipts, terms.proofMaxAgeDays),
    next: nextOf(row, today),
  };
}

function factsOf(row: DetailRow, today: ShanghaiDay) {
  const { id, status, confirmedAt, receiptNumber, paidAt } = row;
  return {
    ...{ id, status, confirmedAt, receiptNumber, paidAt },
    label: labelOf(row),
    caseId: row.applicationId,
    caseNumber: row.application.number ?? '',
    batchNumber: row.batch.number,
    amountFen: Number(row.amountFen),
    account: row.bankAccount,
    contact: row.contact,
    missing: row.missing.map(({ character }) => character),
    failure: failureOf(row),
    hold: holdOf(row),
    talentHold: talentHoldOf(row.application.talents),
    lapsesAfter: lapseDay(row, today),
  };
}

function pathOf(
  { status, failureCause, confirmedAt }: DetailRow,
  lines: readonly TalentLineView[],
  receipts: readonly ReceiptVersionView[],
  proofMaxAgeDays: number,
): PathStep[] {
  const paid = lines.filter((line) => line.state !== 'FALLEN_AWAY');
  const current = receipts.find((receipt) => receipt.status !== 'VOIDED');
  const submitted = current?.photographs.find((one) => one.submittedAt && !one.takenBackAt);
  return disbursementPath({
    ...{ status, failureCause, confirmedAt, proofMaxAgeDays },
    talents: { paid: paid.length, ready: paid.filter((line) => line.need === 'none').length },
    issuedAt: current?.issuedAt ?? null,
    submittedAt: submitted?.submittedAt ?? null,
  });
}

type Listed = Days & {
  status: DisbursementStatus;
  holdReason: string | null;
  failureCause: string | null;
  failureReason: string | null;
  enterprise: { status: string };
  application: {
    holdReason: string | null;
    talents: { name: string; holdReason: string | null }[];
    programmeVersion: { config: unknown };
  };
  lines: readonly { state: string }[];
  missing: readonly { character: string }[];
};

const waits = (row: Listed) => row.lines.some((line) => line.state === 'LEFT_DECLARED');

function labelOf(row: Listed): StatusLabel {
  return publicLabel(row.status, { hold: holdOf(row), forDecision: waits(row) });
}

function nextOf(row: Listed, today: ShanghaiDay): NextStepWords {
  return nextStep({ ...standingOf(row), lapsesAfter: lapseDay(row, today) });
}

const standingOf = (row: Listed) => ({
  status: row.status,
  failureCause: row.failureCause,
  hold: holdOf(row),
  talentHold: talentHoldOf(row.application.talents),
  waitsForDecision: waits(row),
  waitsForFont: row.missing.length > 0,
});

function lapseDay(row: Listed, today: ShanghaiDay): ShanghaiDay | null {
  if (!daysRun(standingOf(row))) return null;
  const { lapseDays } = disbursementTerms.parse(row.application.programmeVersion.config);
  return lapsesAfter(row, lapseDays, today);
}

function holdOf(row: Listed): string | null {
  return publicHold({
    disbursementHold: row.holdReason,
    caseHold: row.application.holdReason,
    enterpriseFrozen: row.enterprise.status === 'FROZEN',
  });
}

function failureOf({ status, failureReason, failureCause }: Listed): DisbursementDetail['failure'] {
  const isNews = status === 'PAYMENT_FAILED' || (failureCause === 'account' && !ENDED.includes(status));
  if (!failureReason || !isNews) return null;
  return { reason: failureReason, cause: failureCause === 'account' ? 'account' : 'bank' };
}

type LineRow = {
  id: string;
  name: string;
  categoryLabel: string;
  amountFen: bigint;
  state: string;
  leftReason: string | null;
  proofs: readonly { fileId: string; issuedOn: string; file: { originalName: string } }[];
};

function lineView(line: LineRow, judgedOn: ShanghaiDay, maxAgeDays: number): TalentLineView {
  const { id, name, categoryLabel, leftReason } = line;
  const [proof] = line.proofs;
  const own = {
    id,
    name,
    categoryLabel,
    leftReason,
    amountFen: Number(line.amountFen),
    state: line.state as LineState,
  };
  const proofIssuedOn = proof ? shanghaiDay(proof.issuedOn) : null;
  return {
    ...own,
    need: proofNeed({ ...own, proofIssuedOn }, judgedOn, maxAgeDays),
    proof:
      proof && proofIssuedOn
        ? { fileId: proof.fileId, fileName: proof.file.originalName, issuedOn: proofIssuedOn }
        : null,
  };
}
