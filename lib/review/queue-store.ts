import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import type { ReviewStage } from './rules/labels';
import type { QueuePlace, QueueView } from './rules/queue';

/** Who looks, at which stage, and up to when a case must have come in to be due today (by programme version). */
export type QueueScope = {
  readonly stage: ReviewStage;
  readonly reviewerId: string;
  readonly dueBefore: readonly { readonly versionId: string; readonly before: Date }[];
};

const WAITING = { FIRST: 'SUBMITTED', FINAL: 'AWAITING_FINAL' } as const;
const CLAIMED = { FIRST: 'FIRST_REVIEW', FINAL: 'FINAL_REVIEW' } as const;

/** The cases of a stage with the instant at which each came to it: handed in, passed on or sent back, whichever was last. */
function casesOf({ stage }: Pick<QueueScope, 'stage'>): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id, a.status, a.enterprise_id, a.number, a.claimed_by_id, a.reserved_for_id, a.submission_count, a.expected_fen,
      a.hold_since, a.programme_version_id, a.search_grams,
      greatest(a.submitted_at, a.appealed_at, (SELECT max(r.ended_at) FROM review r
        WHERE r.application_id = a.id AND r.outcome IN ('PASSED', 'PROPOSED_REJECTION', 'SENT_BACK'))) AS since
    FROM application a
    WHERE a.status IN (${WAITING[stage]}::"ApplicationStatus", ${CLAIMED[stage]}::"ApplicationStatus")`;
}

function inView(scope: QueueScope, view: QueueView | 'all'): Prisma.Sql {
  const me = Prisma.sql`${scope.reviewerId}::uuid`;
  const todo = Prisma.sql`(q.claimed_by_id IS NULL OR q.claimed_by_id = ${me})`;
  switch (view) {
    case 'all':
      return Prisma.sql`TRUE`;
    case 'todo':
      return todo;
    case 'due':
      return Prisma.sql`(${todo} AND ${isDue(scope)})`;
    case 'again':
      return Prisma.sql`(${todo} AND q.submission_count > 1)`;
    case 'mine':
      return Prisma.sql`q.claimed_by_id = ${me}`;
    case 'others':
      return Prisma.sql`(q.claimed_by_id IS NOT NULL AND q.claimed_by_id <> ${me})`;
  }
}

function isDue({ dueBefore }: QueueScope): Prisma.Sql {
  const bounds = dueBefore.map(
    ({ versionId, before }) =>
      Prisma.sql`(q.programme_version_id = ${versionId}::uuid AND q.since < ${before}::timestamptz)`,
  );
  return bounds.length > 0 ? Prisma.sql`(${Prisma.join(bounds, ' OR ')})` : Prisma.sql`FALSE`;
}

export type QueueList = {
  readonly view: QueueView | 'all';
  /** Pairs that the case's own search text must hold, and the query itself for the credit code. */
  readonly search: { readonly grams: readonly string[]; readonly text: string } | null;
  readonly after: QueuePlace | null;
  readonly before: QueuePlace | null;
  readonly take: number;
};

/** The next rows of a list, in its order whichever way it is read. */
export async function queuePage(db: Db, scope: QueueScope, list: QueueList): Promise<QueuePlace[]> {
  const where = [inView(scope, list.view)];
  if (list.search) {
    where.push(Prisma.sql`(q.search_grams @> ${[...list.search.grams]}::text[]
      OR EXISTS (SELECT FROM enterprise e WHERE e.id = q.enterprise_id AND position(${list.search.text} IN lower(e.uscc)) > 0))`);
  }
  if (list.after) where.push(Prisma.sql`(q.since, q.id) > (${list.after.since}::timestamptz, ${list.after.id}::uuid)`);
  if (list.before)
    where.push(Prisma.sql`(q.since, q.id) < (${list.before.since}::timestamptz, ${list.before.id}::uuid)`);
  const order = list.before ? Prisma.sql`q.since DESC, q.id DESC` : Prisma.sql`q.since, q.id`;
  const rows = await db.$queryRaw<QueuePlace[]>`
    SELECT q.id, q.since FROM (${casesOf(scope)}) q WHERE ${Prisma.join(where, ' AND ')} ORDER BY ${order} LIMIT ${list.take}`;
  return list.before ? rows.reverse() : rows;
}

export type QueueCounts = Readonly<Record<QueueView, number>> & {
  readonly overdue: number;
  readonly sumFen: Readonly<Record<QueueView, number>>;
};

/** How many stand in each view and what they come to; `overdueBefore` is the bound of those that were due before today. */
export async function queueCounts(
  db: Db,
  scope: QueueScope,
  overdueBefore: QueueScope['dueBefore'],
): Promise<QueueCounts> {
  const count = (view: QueueView) => Prisma.sql`count(*) FILTER (WHERE ${inView(scope, view)})::int`;
  const sum = (view: QueueView) =>
    Prisma.sql`coalesce(sum(q.expected_fen) FILTER (WHERE ${inView(scope, view)}), 0)::bigint`;
  const rows = await db.$queryRaw<(Record<QueueView | 'overdue', number> & Record<`sum_${QueueView}`, bigint>)[]>`
    SELECT ${count('todo')} AS todo, ${count('due')} AS due, ${count('again')} AS again, ${count('mine')} AS mine,
      ${count('others')} AS others,
      count(*) FILTER (WHERE ${inView({ ...scope, dueBefore: overdueBefore }, 'due')})::int AS overdue,
      ${sum('todo')} AS sum_todo, ${sum('due')} AS sum_due, ${sum('again')} AS sum_again, ${sum('mine')} AS sum_mine,
      ${sum('others')} AS sum_others
    FROM (${casesOf(scope)}) q`;
  const [row] = rows;
  if (!row) throw new Error('a count without a row');
  const { sum_todo, sum_due, sum_again, sum_mine, sum_others, ...counts } = row;
  const sumFen = { todo: sum_todo, due: sum_due, again: sum_again, mine: sum_mine, others: sum_others };
  return {
    ...counts,
    sumFen: Object.fromEntries(Object.entries(sumFen).map(([view, fen]) => [view, Number(fen)])),
  } as QueueCounts;
}

/**
 * What this reviewer may take, best first: one's own claim, what is kept for one, then the longest waiting. Held cases,
 * those kept for an active colleague and, at the final stage, those one decided at the first, or refused before 复核, are left out.
 */
export async function claimCandidates(
  db: Db,
  { stage, reviewerId }: Pick<QueueScope, 'stage' | 'reviewerId'>,
  take: number,
): Promise<string[]> {
  const me = Prisma.sql`${reviewerId}::uuid`;
  const decidedFirst = Prisma.sql`(
    EXISTS (SELECT FROM review r WHERE r.application_id = q.id AND r.stage = 'FIRST' AND r.reviewer_id = ${me}
      AND r.outcome IN ('PASSED', 'RETURNED', 'PROPOSED_REJECTION'))
    OR EXISTS (SELECT FROM talent_decision d WHERE d.application_id = q.id AND d.stage = 'FIRST' AND d.reviewer_id = ${me})
    OR EXISTS (SELECT FROM review r WHERE r.application_id = q.id AND r.stage = 'FINAL' AND r.reviewer_id = ${me} AND r.outcome = 'REJECTED'))`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM (${casesOf({ stage })}) q
    WHERE q.hold_since IS NULL AND (q.claimed_by_id = ${me} OR (q.claimed_by_id IS NULL
      AND (q.reserved_for_id IS NULL OR q.reserved_for_id = ${me}
        OR NOT EXISTS (SELECT FROM staff_user s WHERE s.id = q.reserved_for_id AND s.status = 'ACTIVE'))
      AND NOT (${stage === 'FINAL'}::boolean AND ${decidedFirst})))
    ORDER BY CASE WHEN q.claimed_by_id = ${me} THEN 0 WHEN q.reserved_for_id = ${me} THEN 1 ELSE 2 END, q.since, q.id
    LIMIT ${take}`;
  return rows.map(({ id }) => id);
}
