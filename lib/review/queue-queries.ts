import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { reviewDueOn } from '@/lib/application/rules/deadlines';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { queryGrams } from '@/lib/kernel/search-grams';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { programmeConfigSchema } from '@/lib/programme/rules/config';
import type { ReviewStage } from './rules/labels';
import { claimUntil } from './rules/lease';

export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly enterpriseName: string;
  readonly programmeName: string;
  readonly status: ApplicationStatus;
  readonly submission: number;
  readonly talents: number;
  readonly expectedFen: number;
  readonly submittedAt: Date;
  readonly dueOn: ShanghaiDay;
  readonly dueEstimated: boolean;
  readonly proposedRejection: boolean;
  readonly held: boolean;
  readonly claimedBy: { readonly mine: boolean; readonly name: string; readonly until: Date } | null;
  readonly reserved: 'me' | 'other' | null;
};

const PAGE = 50;

const OF_STAGE: Record<ReviewStage, readonly ApplicationStatus[]> = {
  FIRST: ['SUBMITTED', 'FIRST_REVIEW'],
  FINAL: ['AWAITING_FINAL', 'FINAL_REVIEW'],
};

/** What waits at a stage, longest waiting first; `search` finds any part of a name, USCC or number from two characters on. */
export async function reviewQueue(
  ctx: Context<StaffActor>,
  given: { stage: ReviewStage; search?: string; after?: string },
): Promise<{ rows: QueueRow[]; next: string | null }> {
  authorise(ctx.actor, 'queue.read');
  const grams = queryGrams(given.search ?? '');
  const rows = await ctx.db.application.findMany({
    where: {
      status: { in: [...OF_STAGE[given.stage]] },
      ...(grams.length > 0 ? { searchGrams: { hasEvery: grams } } : {}),
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    ...(given.after ? { cursor: { id: given.after }, skip: 1 } : {}),
    take: PAGE + 1,
    include: {
      enterprise: { select: { name: true } },
      programme: { select: { name: true } },
      programmeVersion: { select: { config: true } },
      _count: { select: { talents: { where: { removedAt: null } } } },
    },
  });
  const names = await reviewerNames(
    ctx,
    rows.map((row) => row.claimedById),
  );
  const shown = rows.slice(0, PAGE).map((row): QueueRow => {
    const submittedAt = row.submittedAt ?? row.createdAt;
    const due = reviewDueOn(
      submittedAt,
      given.stage,
      programmeConfigSchema.parse(row.programmeVersion.config),
      chineseCalendar,
    );
    return {
      id: row.id,
      number: row.number ?? '',
      enterpriseName: row.enterprise.name,
      programmeName: row.programme.name,
      status: row.status,
      submission: row.submissionCount,
      talents: row._count.talents,
      expectedFen: Number(row.expectedFen),
      submittedAt,
      dueOn: due.day,
      dueEstimated: due.estimated,
      proposedRejection: row.proposedRejection,
      held: row.holdSince !== null,
      claimedBy:
        row.claimedById && row.claimSeenAt
          ? {
              mine: row.claimedById === ctx.actor.id,
              name: names.get(row.claimedById) ?? '',
              until: claimUntil(row.claimSeenAt),
            }
          : null,
      reserved: row.reservedForId === null ? null : row.reservedForId === ctx.actor.id ? 'me' : 'other',
    };
  });
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** The case that this reviewer should take next: their own claim first, then what is reserved for them, then the oldest. */
export async function nextCase(ctx: Context<StaffActor>, stage: ReviewStage): Promise<string | null> {
  const { rows } = await reviewQueue(ctx, { stage });
  const free = rows.filter(
    (row) => !row.held && (row.claimedBy === null || row.claimedBy.mine) && row.reserved !== 'other',
  );
  const best = free.find((row) => row.claimedBy?.mine) ?? free.find((row) => row.reserved === 'me') ?? free[0];
  return best?.id ?? null;
}

/** What waits in the menu, by status. */
export async function waitingCounts(
  ctx: Context<StaffActor>,
): Promise<Record<'first' | 'final' | 'approved' | 'returned', number>> {
  const rows = await ctx.db.application.groupBy({ by: ['status'], _count: { _all: true } });
  const of = (...statuses: ApplicationStatus[]) =>
    rows.filter((row) => statuses.includes(row.status)).reduce((sum, row) => sum + row._count._all, 0);
  return {
    first: of(...OF_STAGE.FIRST),
    final: of(...OF_STAGE.FINAL),
    approved: of('APPROVED'),
    returned: of('RETURNED'),
  };
}

export async function reviewerNames(ctx: Context, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  const rows = await ctx.db.staffUser.findMany({
    where: { id: { in: wanted } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map((row) => [row.id, row.displayName]));
}
