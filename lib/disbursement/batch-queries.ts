import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { casesForBatch } from './batch-store';
import { budgetOf } from './money-store';
import type { BatchStatus } from './rules/money-states';
import { ENDED } from './rules/standing';
import type { DisbursementStatus } from './rules/states';
import { unexplainedInBatch } from './unmatched-store';

export type ProgrammeYearChoice = {
  readonly programmeId: string;
  readonly programmeName: string;
  readonly year: number;
  /** Cleared cases that wait for a batch. */
  readonly cleared: number;
};

/** Programme years that have cleared cases, the fullest first: what a batch can be made of. */
export async function clearedYears(ctx: Context<StaffActor>): Promise<ProgrammeYearChoice[]> {
  authorise(ctx.actor, 'batch.read');
  const groups = await ctx.db.application.groupBy({
    by: ['programmeId', 'programmeYear'],
    where: { status: 'CLEARED' },
    _count: { _all: true },
  });
  const programmes = await ctx.db.programme.findMany({ select: { id: true, name: true } });
  const names = new Map(programmes.map((one) => [one.id, one.name]));
  return groups
    .map((group) => ({
      programmeId: group.programmeId,
      programmeName: names.get(group.programmeId) ?? '',
      year: group.programmeYear,
      cleared: group._count._all,
    }))
    .sort((a, b) => b.cleared - a.cleared);
}

export type ClearedCase = {
  readonly id: string;
  readonly number: string;
  readonly enterpriseName: string;
  readonly talents: number;
  readonly amountFen: number;
  /** Why it cannot go into a batch now; null when it can. */
  readonly obstacle: string | null;
};

export type BudgetView = {
  readonly budgetFen: number;
  readonly reservedFen: number;
  readonly inPaymentFen: number;
  readonly paidFen: number;
  readonly returnedFen: number;
  readonly freeFen: number;
};

/** Cleared cases of one programme year by number, with what stands against each, and the year's money. */
export async function clearedCases(
  ctx: Context<StaffActor>,
  key: { readonly programmeId: string; readonly year: number },
): Promise<{ cases: ClearedCase[]; budget: BudgetView | null }> {
  authorise(ctx.actor, 'batch.read');
  const { programmeId, year } = key;
  const rows = await casesForBatch(ctx.db, { status: 'CLEARED', programmeId, programmeYear: year });
  const cases = rows.map(({ id, number, enterpriseName, lines, amountFen, obstacle }) => ({
    id,
    number: number ?? '',
    enterpriseName,
    talents: lines.length,
    amountFen,
    obstacle,
  }));
  return { cases, budget: await budgetOf(ctx.db, key) };
}

export type BatchRow = {
  readonly id: string;
  readonly number: string;
  readonly programmeName: string;
  readonly year: number;
  readonly status: BatchStatus;
  readonly count: number;
  readonly totalFen: number;
  readonly paid: number;
  readonly createdAt: Date;
  readonly releasedAt: Date | null;
};

const AT_ONCE = 100;

/** Batches, the newest first. */
export async function batches(ctx: Context<StaffActor>): Promise<BatchRow[]> {
  authorise(ctx.actor, 'batch.read');
  const rows = await ctx.db.disbursementBatch.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: AT_ONCE,
    include: { members: { select: { amountFen: true } }, disbursements: { select: { status: true } } },
  });
  const names = await programmeNames(ctx, rows);
  return rows.map((row) => rowOf(row, names));
}

export type BatchDetail = BatchRow & {
  readonly makerName: string;
  readonly releaserName: string | null;
  readonly members: readonly {
    readonly applicationId: string;
    readonly caseNumber: string;
    readonly enterpriseName: string;
    readonly amountFen: number;
    /** What became of it, once the batch was released. */
    readonly disbursement: {
      readonly id: string;
      readonly status: DisbursementStatus;
      readonly amountFen: number;
    } | null;
    /** While the batch is a draft: what has come up against the case since it was chosen. */
    readonly obstacle: string | null;
  }[];
  readonly budget: BudgetView | null;
  /** Lines of the bank that nobody has explained and that keep the batch open. */
  readonly unexplained: number;
  /** What the person who looks may do. */
  readonly may: { readonly release: boolean; readonly discard: boolean; readonly close: boolean };
};

const batchRow = (ctx: Context, id: string) =>
  ctx.db.disbursementBatch.findUnique({
    where: { id },
    include: {
      members: true,
      disbursements: { select: { id: true, status: true, amountFen: true, applicationId: true } },
    },
  });
type BatchFound = NonNullable<Awaited<ReturnType<typeof batchRow>>>;

/** A batch with its cases and what became of them, or null. */
export async function batchDetail(ctx: Context<StaffActor>, id: string): Promise<BatchDetail | null> {
  authorise(ctx.actor, 'batch.read');
  const batch = await batchRow(ctx, id);
  if (!batch) return null;
  const names = await programmeNames(ctx, [batch]);
  const people = await namesOf(ctx, [batch.makerId, batch.releasedById]);
  return {
    ...rowOf(batch, names),
    makerName: people.get(batch.makerId) ?? '',
    releaserName: batch.releasedById && (people.get(batch.releasedById) ?? ''),
    members: await membersOf(ctx, batch),
    budget: await budgetOf(ctx.db, { programmeId: batch.programmeId, year: batch.year }),
    unexplained: await unexplainedInBatch(ctx.db, id),
    may: mayDo(ctx, batch),
  };
}

async function membersOf(ctx: Context, batch: BatchFound): Promise<BatchDetail['members']> {
  const cases = await casesForBatch(ctx.db, { id: { in: batch.members.map((one) => one.applicationId) } }, batch.id);
  const amounts = new Map(batch.members.map((one) => [one.applicationId, Number(one.amountFen)]));
  const opened = new Map(batch.disbursements.map((one) => [one.applicationId, one]));
  return cases.map((one) => {
    const live = opened.get(one.id);
    return {
      applicationId: one.id,
      caseNumber: one.number ?? '',
      enterpriseName: one.enterpriseName,
      amountFen: amounts.get(one.id) ?? 0,
      disbursement: live ? { id: live.id, status: live.status, amountFen: Number(live.amountFen) } : null,
      obstacle: batch.status === 'DRAFT' ? one.obstacle : null,
    };
  });
}

function mayDo(ctx: Context<StaffActor>, batch: BatchFound): BatchDetail['may'] {
  const mayRelease = may(ctx.actor, 'batch.release', { madeBy: [batch.makerId] });
  const isOver = batch.disbursements.every((one) => ENDED.includes(one.status));
  return {
    release: batch.status === 'DRAFT' && mayRelease,
    discard: batch.status === 'DRAFT' && may(ctx.actor, 'batch.make'),
    close: batch.status === 'RELEASED' && isOver && mayRelease,
  };
}

function rowOf(
  row: Omit<BatchFound, 'members' | 'disbursements'> & {
    members: readonly { amountFen: bigint }[];
    disbursements: readonly { status: DisbursementStatus }[];
  },
  names: ReadonlyMap<string, string>,
): BatchRow {
  const { id, number, year, status, createdAt, releasedAt } = row;
  return {
    ...{ id, number, year, status, createdAt, releasedAt },
    programmeName: names.get(row.programmeId) ?? '',
    count: row.members.length,
    totalFen: row.members.reduce((sum, member) => sum + Number(member.amountFen), 0),
    paid: row.disbursements.filter((one) => one.status === 'PAID').length,
  };
}

async function programmeNames(ctx: Context, rows: readonly { programmeId: string }[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.programmeId))];
  const found = await ctx.db.programme.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(found.map((one) => [one.id, one.name]));
}

/** User names of staff by id, for pages that only staff see. */
export async function namesOf(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  const rows = await ctx.db.staffUser.findMany({
    where: { id: { in: wanted } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map((row) => [row.id, row.displayName]));
}
