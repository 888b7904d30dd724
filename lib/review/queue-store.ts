import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { addDays } from '@/lib/kernel/shanghai-day';
import type { QueueScope } from './queue-scope';
import type { ReviewStage } from './rules/labels';
import type { QueuePlace, QueueView } from './rules/queue';
import { fenOf, type QueueFilter, type QueueSort } from './rules/queue-filter';

const WAITING = { FIRST: 'SUBMITTED', FINAL: 'AWAITING_FINAL' } as const;
const CLAIMED = { FIRST: 'FIRST_REVIEW', FINAL: 'FINAL_REVIEW' } as const;
const SOON_DAYS = 3;

/**
 * The cases of a stage with the instant at which each came to it (handed in, passed on or sent back, whichever was last)
 * and the day on which it is due.
 */
function casesOf({ stage, versions, dueDays }: QueueScope): Prisma.Sql {
  const [ids, counts] = [versions.map(({ versionId }) => versionId), versions.map(({ workingDays }) => workingDays)];
  return Prisma.sql`
    SELECT c.*, coalesce(d.due::date, c.arrived + v.days) AS due_on
    FROM (SELECT s.*, (s.since AT TIME ZONE 'Asia/Shanghai')::date AS arrived FROM (
      SELECT a.id, a.status, a.enterprise_id, a.number, a.claimed_by_id, a.reserved_for_id, a.submission_count, a.expected_fen,
        a.hold_since, a.programme_id, a.programme_version_id, a.search_grams, a.check_tone, a.categories, a.scale,
        greatest(a.submitted_at, a.appealed_at, (SELECT max(r.ended_at) FROM review r
          WHERE r.application_id = a.id AND r.outcome IN ('PASSED', 'PROPOSED_REJECTION', 'SENT_BACK'))) AS since
      FROM application a
      WHERE a.status IN (${WAITING[stage]}::"ApplicationStatus", ${CLAIMED[stage]}::"ApplicationStatus")) s) c
    JOIN unnest(${ids}::uuid[], ${counts}::int[]) AS v(id, days) ON v.id = c.programme_version_id
    LEFT JOIN unnest(${dueDays.map(({ workingDays }) => workingDays)}::int[], ${dueDays.map(({ arrived }) => arrived)}::text[],
      ${dueDays.map(({ due }) => due)}::text[]) AS d(days, arrived, due) ON d.days = v.days AND d.arrived::date = c.arrived`;
}

function inView({ reviewerId, today }: QueueScope, view: QueueView | 'all'): Prisma.Sql {
  const me = Prisma.sql`${reviewerId}::uuid`;
  const todo = Prisma.sql`(q.claimed_by_id IS NULL OR q.claimed_by_id = ${me})`;
  switch (view) {
    case 'all':
      return Prisma.sql`TRUE`;
    case 'todo':
      return todo;
    case 'due':
      return Prisma.sql`(${todo} AND q.due_on <= ${today}::date)`;
    case 'again':
      return Prisma.sql`(${todo} AND q.submission_count > 1)`;
    case 'mine':
      return Prisma.sql`q.claimed_by_id = ${me}`;
    case 'others':
      return Prisma.sql`(q.claimed_by_id IS NOT NULL AND q.claimed_by_id <> ${me})`;
  }
}

function inFilter({ today }: QueueScope, filter: QueueFilter): Prisma.Sql {
  const { programme, category, scale, due, again, checks, min, max } = filter;
  const soon = addDays(today, SOON_DAYS);
  const dueIs = {
    overdue: Prisma.sql`q.due_on < ${today}::date`,
    today: Prisma.sql`q.due_on = ${today}::date`,
    soon: Prisma.sql`q.due_on > ${today}::date AND q.due_on <= ${soon}::date`,
    later: Prisma.sql`q.due_on > ${soon}::date`,
  };
  const all = [
    programme !== undefined && Prisma.sql`q.programme_id = ${programme}::uuid`,
    category !== undefined && Prisma.sql`q.categories @> ARRAY[${category}]::text[]`,
    scale !== undefined && Prisma.sql`q.scale = ${scale}`,
    due !== undefined && dueIs[due],
    again !== undefined && (again === 'yes' ? Prisma.sql`q.submission_count > 1` : Prisma.sql`q.submission_count = 1`),
    checks !== undefined && Prisma.sql`q.check_tone = ${checks}`,
    min !== undefined && Prisma.sql`q.expected_fen >= ${fenOf(min)}`,
    max !== undefined && Prisma.sql`q.expected_fen <= ${fenOf(max)}`,
  ].filter((one) => one !== false);
  return all.length > 0 ? Prisma.sql`(${Prisma.join(all, ' AND ')})` : Prisma.sql`TRUE`;
}

const SINCE = Prisma.sql`(extract(epoch FROM q.since) * 1000)::bigint`;
/** Two numbers by which an order goes, the smaller first; the id decides where both are equal. */
const KEYS: Readonly<Record<QueueSort, readonly [major: Prisma.Sql, minor: Prisma.Sql]>> = {
  due: [Prisma.sql`(q.due_on - '2000-01-01'::date)::bigint`, SINCE],
  newest: [Prisma.sql`-${SINCE}`, Prisma.sql`0::bigint`],
  amount: [Prisma.sql`-q.expected_fen`, SINCE],
};

export type QueueList = {
  readonly view: QueueView | 'all';
  readonly filter: QueueFilter;
  readonly sort: QueueSort;
  /** Pairs that the case's own search text must hold, and the query itself for the credit code. */
  readonly search: { readonly grams: readonly string[]; readonly text: string } | null;
  readonly after: QueuePlace | null;
  readonly before: QueuePlace | null;
  readonly take: number;
};

/** A row's place in the order with the instant at which it came to the stage. */
export type QueueSpot = QueuePlace & { readonly since: Date };

/** The next rows in either direction, in the order of the list. */
export async function queuePage(db: Db, scope: QueueScope, list: QueueList): Promise<QueueSpot[]> {
  const [major, minor] = KEYS[list.sort];
  const where = [inView(scope, list.view), inFilter(scope, list.filter)];
  if (list.search) {
    const { grams, text } = list.search;
    const like = `%${text.replace(/[\\%_]/g, (one) => `\\${one}`)}%`;
    where.push(Prisma.sql`(q.search_grams @> ${[...grams]}::text[]
      OR EXISTS (SELECT FROM enterprise e WHERE e.id = q.enterprise_id AND lower(e.uscc) LIKE ${like}))`);
  }
  const at = (place: QueuePlace) => Prisma.sql`(${place.major}::bigint, ${place.minor}::bigint, ${place.id}::uuid)`;
  if (list.after) where.push(Prisma.sql`(${major}, ${minor}, q.id) > ${at(list.after)}`);
  if (list.before) where.push(Prisma.sql`(${major}, ${minor}, q.id) < ${at(list.before)}`);
  const order = list.before ? Prisma.sql`2 DESC, 3 DESC, 1 DESC` : Prisma.sql`2, 3, 1`;
  const rows = await db.$queryRaw<{ id: string; major: bigint; minor: bigint; since: Date }[]>`
    SELECT q.id, ${major} AS major, ${minor} AS minor, q.since FROM (${casesOf(scope)}) q
    WHERE ${Prisma.join(where, ' AND ')} ORDER BY ${order} LIMIT ${list.take}`;
  const spots = rows.map((row) => ({ ...row, major: Number(row.major), minor: Number(row.minor) }));
  return list.before ? spots.reverse() : spots;
}

/** A list to be counted: a view, narrowed. */
export type Counted = { readonly view: QueueView | 'all'; readonly filter: QueueFilter };
export type CountOf = { readonly count: number; readonly sumFen: number };

/** How many stand in each of these lists and what they come to, in one go, in the order given. */
export async function queueCounts(db: Db, scope: QueueScope, lists: readonly Counted[]): Promise<CountOf[]> {
  const holds = lists.map(({ view, filter }) => Prisma.sql`${inView(scope, view)} AND ${inFilter(scope, filter)}`);
  const counts = holds.map((one) => Prisma.sql`count(*) FILTER (WHERE ${one})`);
  const sums = holds.map((one) => Prisma.sql`coalesce(sum(q.expected_fen) FILTER (WHERE ${one}), 0)`);
  const [row] = await db.$queryRaw<{ counts: string[]; sums: string[] }[]>`
    SELECT ARRAY[${Prisma.join(counts)}]::text[] AS counts, ARRAY[${Prisma.join(sums)}]::text[] AS sums
    FROM (${casesOf(scope)}) q`;
  if (!row) throw new Error('a count without a row');
  return lists.map((_, index) => ({ count: Number(row.counts[index]), sumFen: Number(row.sums[index]) }));
}

/** The sizes of enterprises that stand at a stage, as they gave them. */
export async function scalesAt(db: Db, stage: ReviewStage): Promise<string[]> {
  const rows = await db.application.groupBy({
    by: ['scale'],
    where: { status: { in: [WAITING[stage], CLAIMED[stage]] }, scale: { not: null } },
    orderBy: { scale: 'asc' },
    take: 30,
  });
  return rows.flatMap(({ scale }) => scale ?? []);
}

/**
 * What this reviewer may take, best first: one's own claim, what is kept for one, then by due day and arrival. Held
 * cases, those kept for an active colleague and, at the final stage, those one decided at the first, or refused before
 * 复核, are left out. `among`: only of this list.
 */
export async function claimCandidates(
  db: Db,
  scope: QueueScope,
  take: number,
  among: Counted = { view: 'all', filter: {} },
): Promise<string[]> {
  const me = Prisma.sql`${scope.reviewerId}::uuid`;
  const [major, minor] = KEYS.due;
  const decidedFirst = Prisma.sql`(
    EXISTS (SELECT FROM review r WHERE r.application_id = q.id AND r.stage = 'FIRST' AND r.reviewer_id = ${me}
      AND r.outcome IN ('PASSED', 'RETURNED', 'PROPOSED_REJECTION'))
    OR EXISTS (SELECT FROM talent_decision d WHERE d.application_id = q.id AND d.stage = 'FIRST' AND d.reviewer_id = ${me})
    OR EXISTS (SELECT FROM review r WHERE r.application_id = q.id AND r.stage = 'FINAL' AND r.reviewer_id = ${me} AND r.outcome = 'REJECTED'))`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM (${casesOf(scope)}) q
    WHERE ${inView(scope, among.view)} AND ${inFilter(scope, among.filter)} AND q.hold_since IS NULL AND (q.claimed_by_id = ${me} OR (q.claimed_by_id IS NULL
      AND (q.reserved_for_id IS NULL OR q.reserved_for_id = ${me}
        OR NOT EXISTS (SELECT FROM staff_user s WHERE s.id = q.reserved_for_id AND s.status = 'ACTIVE'))
      AND NOT (${scope.stage === 'FINAL'}::boolean AND ${decidedFirst})))
    ORDER BY CASE WHEN q.claimed_by_id = ${me} THEN 0 WHEN q.reserved_for_id = ${me} THEN 1 ELSE 2 END, ${major}, ${minor}, q.id
    LIMIT ${take}`;
  return rows.map(({ id }) => id);
}
