import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { parseSnapshot } from '@/lib/application/rules/snapshot';
import type { TalentLine } from './rules/talent-columns';

/** A case has up to 500 talents, so that few cases are many rows. */
const CASES_AT_ONCE = 25;

type Asked = { readonly programmeId: string; readonly year: number; readonly isWhole: boolean };

const handedIn = ({ programmeId, year }: Asked) => ({
  ...{ programmeId, programmeYear: year, submissionCount: { gt: 0 }, discardedAt: null },
});

/** How many talents stand in the newest submissions of a programme year. */
export async function countTalents(ctx: Context<StaffActor>, asked: Asked): Promise<number> {
  authorise(ctx.actor, 'export.talents');
  const [row] = await ctx.db.$queryRaw<{ count: bigint }[]>`
    SELECT coalesce(sum(jsonb_array_length(s.snapshot->'talents')), 0)::bigint AS count
    FROM application a JOIN submission s ON s.application_id = a.id AND s.number = a.submission_count
    WHERE a.programme_id = ${asked.programmeId}::uuid AND a.programme_year = ${asked.year}
      AND a.submission_count > 0 AND a.discarded_at IS NULL`;
  return Number(row?.count ?? 0);
}

/** The talents as they were last handed in, case by case: what an enterprise changes in its draft is not the office's. */
export async function* talentPages(ctx: Context<StaffActor>, asked: Asked): AsyncGenerator<TalentLine[]> {
  authorise(ctx.actor, 'export.talents');
  if (asked.isWhole) authorise(ctx.actor, 'sensitive.reveal');
  for (let after: string | null = null; ;) {
    const cases: CaseRow[] = await casesAfter(ctx, asked, after);
    for (const row of cases) yield await talentsOf(ctx, row, asked.isWhole);
    after = cases.at(-1)?.id ?? null;
    if (cases.length < CASES_AT_ONCE) return;
  }
}

function casesAfter(ctx: Context, asked: Asked, after: string | null) {
  return ctx.db.application.findMany({
    where: { ...handedIn(asked), ...(after && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: CASES_AT_ONCE,
    select: { id: true, number: true, status: true, submissionCount: true, awardLines: true },
  });
}
type CaseRow = Awaited<ReturnType<typeof casesAfter>>[number];

async function talentsOf(ctx: Context, row: CaseRow, isWhole: boolean): Promise<TalentLine[]> {
  const submission = await ctx.db.submission.findUniqueOrThrow({
    where: { applicationId_number: { applicationId: row.id, number: row.submissionCount } },
  });
  const { enterprise, talents } = parseSnapshot(submission.snapshot);
  const clear = isWhole ? await clearOf(ctx, submission.id) : new Map<string, string>();
  const granted = new Map(grantsOf(row.awardLines));
  return talents.map((talent) => ({
    caseNumber: row.number ?? '',
    status: row.status,
    submittedAt: submission.submittedAt,
    enterprise,
    talent,
    sealed: Object.fromEntries(
      Object.entries(talent.sealed).map(([field, { masked }]) => [field, clear.get(`${talent.id}.${field}`) ?? masked]),
    ),
    approvedFen: granted.get(talent.id) ?? null,
  }));
}

/** `talent.field` → the value that was handed in; one query for a case. */
async function clearOf({ db, vault }: Context, submissionId: string): Promise<Map<string, string>> {
  const rows = await db.sealedValue.findMany({ where: { tableName: 'submission', rowId: submissionId } });
  return new Map(
    rows.map(({ columnName: column, envelope }) => [
      column,
      vault.open({ table: 'submission', column, rowId: submissionId }, envelope),
    ]),
  );
}

function grantsOf(lines: unknown): [string, number][] {
  if (!Array.isArray(lines)) return [];
  return (lines as { talentId: string; grantedFen: number }[]).map(({ talentId, grantedFen }) => [
    talentId,
    grantedFen,
  ]);
}
