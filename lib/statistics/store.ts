import 'server-only';
import type { Db } from '@/lib/db/client';

export type YearKey = { readonly programmeId: string; readonly year: number };

/** How many cases of the year ever came to each stage; one row over all of them. */
export async function funnelCounts(db: Db, { programmeId, year }: YearKey) {
  const rows = await db.$queryRaw<Record<'begun' | 'submitted' | 'passed' | 'approved' | 'noticed', bigint>[]>`
    SELECT count(*) AS begun,
           count(*) FILTER (WHERE a.number IS NOT NULL) AS submitted,
           count(*) FILTER (WHERE EXISTS (
             SELECT 1 FROM review r WHERE r.application_id = a.id AND r.stage = 'FIRST' AND r.outcome = 'PASSED')) AS passed,
           count(*) FILTER (WHERE a.approved_fen IS NOT NULL) AS approved,
           count(*) FILTER (WHERE EXISTS (
             SELECT 1 FROM notice_entry e JOIN public_notice n ON n.id = e.notice_id
             WHERE e.application_id = a.id AND n.published_at IS NOT NULL)) AS noticed
    FROM application a
    WHERE a.programme_id = ${programmeId}::uuid AND a.programme_year = ${year} AND a.discarded_at IS NULL`;
  const [row] = rows;
  return row ? Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)])) : {};
}

/** Cases of the year by the status they stand in. */
export async function statusCounts(db: Db, { programmeId, year }: YearKey): Promise<Map<string, number>> {
  const rows = await db.application.groupBy({
    by: ['status'],
    where: { programmeId, programmeYear: year, discardedAt: null },
    _count: true,
  });
  return new Map(rows.map(({ status, _count }) => [status, _count]));
}

type AmountRow = { label: string | null; people: bigint; cases: bigint; fen: bigint };

/** Approved amounts by category, as the lines kept with each approval say. */
export const amountsByCategory = (db: Db, { programmeId, year }: YearKey) =>
  db.$queryRaw<AmountRow[]>`
    SELECT line->>'categoryLabel' AS label, count(*) AS people, count(DISTINCT a.id) AS cases,
           sum((line->>'grantedFen')::bigint)::bigint AS fen
    FROM application a CROSS JOIN LATERAL jsonb_array_elements(a.award_lines) AS line
    WHERE a.programme_id = ${programmeId}::uuid AND a.programme_year = ${year} AND a.approved_fen IS NOT NULL
      AND (line->>'grantedFen')::bigint > 0
    GROUP BY 1 ORDER BY fen DESC`;

/** Approved amounts by the size that the enterprise registered with. */
export const amountsBySize = (db: Db, { programmeId, year }: YearKey) =>
  db.$queryRaw<AmountRow[]>`
    SELECT nullif(e.profile->>'scale', '') AS label, 0::bigint AS people, count(*) AS cases,
           sum(a.approved_fen)::bigint AS fen
    FROM application a JOIN enterprise e ON e.id = a.enterprise_id
    WHERE a.programme_id = ${programmeId}::uuid AND a.programme_year = ${year} AND a.approved_fen IS NOT NULL
    GROUP BY 1 ORDER BY fen DESC`;

/**
 * What returns were about: the kind of part and what it is, whichever talent it concerns, in how many comments that
 * were sent. Keys of parts are those of lib/application/rules/part-keys.
 */
export const returnedParts = (db: Db, { programmeId, year }: YearKey) =>
  db.$queryRaw<{ kind: string; id: string; count: bigint }[]>`
    SELECT split_part(c.target, ':', 1) AS kind,
           CASE split_part(c.target, ':', 1) WHEN 'talent' THEN split_part(c.target, ':', 3)
                ELSE split_part(c.target, ':', 2) END AS id,
           count(*) AS count
    FROM review_comment c JOIN application a ON a.id = c.application_id
    WHERE a.programme_id = ${programmeId}::uuid AND a.programme_year = ${year} AND c.sent_at IS NOT NULL
    GROUP BY 1, 2 ORDER BY count DESC, id LIMIT 12`;

/** Of the cases that were handed in and decided at the first stage: how many were never returned. */
export async function rightFirstTime(db: Db, { programmeId, year }: YearKey): Promise<{ right: number; all: number }> {
  const rows = await db.$queryRaw<{ right: bigint; all: bigint }[]>`
    SELECT count(*) FILTER (WHERE a.returned_at IS NULL) AS right, count(*) AS all
    FROM application a
    WHERE a.programme_id = ${programmeId}::uuid AND a.programme_year = ${year}
      AND (a.returned_at IS NOT NULL OR EXISTS (SELECT 1 FROM review r WHERE r.application_id = a.id AND r.outcome IS NOT NULL))`;
  const [row] = rows;
  return { right: Number(row?.right ?? 0), all: Number(row?.all ?? 0) };
}

export const yearsWithProgrammes = (db: Db) =>
  db.programmeYear.findMany({
    orderBy: [{ year: 'desc' }, { programme: { position: 'asc' } }, { programmeId: 'asc' }],
    include: { programme: { select: { id: true, code: true, name: true } } },
  });

export type YearRow = Awaited<ReturnType<typeof yearsWithProgrammes>>[number];

/** The newest version under which cases of the year stand; the published one where there are none. */
export async function versionOfYear(db: Db, { programmeId, year }: YearKey): Promise<string | null> {
  const ofCase = await db.application.findFirst({
    where: { programmeId, programmeYear: year },
    orderBy: { programmeVersion: { number: 'desc' } },
    select: { programmeVersionId: true },
  });
  if (ofCase) return ofCase.programmeVersionId;
  const where = { programmeId, status: 'PUBLISHED' as const };
  return (await db.programmeVersion.findFirst({ where, select: { id: true } }))?.id ?? null;
}
