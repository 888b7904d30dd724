import 'server-only';
import { z } from 'zod';
import type { Context } from '@/lib/access/context';
import { award, type Award, type AwardLine } from '@/lib/application/rules/award';
import { sumFen } from '@/lib/kernel/fen';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { grantedElsewhere, grantedSoFar, openedPersons } from './award-store';
import { approvalDetail, type CaseForReading } from './reading-store';
import type { CaseView, DecisionView, OtherCase } from './rules/case-view';

type Judged = {
  readonly submissionId: string;
  readonly snapshot: CaseView['snapshot'];
  readonly decisions: Readonly<Record<string, DecisionView>>;
};

/** What an approval keeps of each line; further members are left aside. */
const keptLines = z.array(
  z.object({
    talentId: z.string(),
    name: z.string(),
    categoryLabel: z.string(),
    standardFen: z.number(),
    supported: z.boolean(),
    grantedFen: z.number(),
    cutFen: z.number(),
    note: z.string().optional(),
  }),
);

/** What the log keeps of an approval beside its lines. */
const keptRoom = z.object({ capFen: z.number(), usedFen: z.number() });

/** As it was granted, or as it would be if it were decided now; talents that are not decided yet do not count. */
export async function awardOfCase(
  ctx: Context,
  row: CaseForReading,
  { snapshot, decisions }: Judged,
  config: ProgrammeConfig,
): Promise<Award> {
  if (row.awardLines !== null) {
    return awardAsKept(ctx, row.id, keptLines.parse(row.awardLines), config.yearlyCapFen);
  }
  const year = { enterpriseId: row.enterpriseId, programmeId: row.programmeId, year: row.programmeYear };
  const room = await grantedSoFar(ctx.db, year);
  const lines = snapshot.talents.map(({ id, name, categoryLabel, standardFen }) => ({
    ...{ talentId: id, name, categoryLabel, standardFen },
    supported: decisions[id]?.supported ?? false,
  }));
  return award(lines, room?.capFen ?? config.yearlyCapFen, room?.grantedFen ?? 0);
}

/** What was granted then, against the room that there was then; later approvals of the enterprise do not touch it. */
async function awardAsKept(
  ctx: Context,
  applicationId: string,
  lines: readonly AwardLine[],
  yearlyCapFen: number,
): Promise<Award> {
  const room = keptRoom.safeParse(await approvalDetail(ctx.db, applicationId)).data;
  const { capFen, usedFen } = room ?? { capFen: yearlyCapFen, usedFen: 0 };
  return {
    lines,
    standardTotalFen: sumFen(lines.map(({ grantedFen, cutFen }) => grantedFen + cutFen)),
    capFen,
    usedFen,
    roomFen: Math.max(0, capFen - usedFen),
    totalFen: sumFen(lines.map(({ grantedFen }) => grantedFen)),
  };
}

/**
 * The talents of a submission who were granted the programme in another case, with that case, and what the arithmetic of
 * their ID numbers says.
 */
export async function peopleOf(
  ctx: Context,
  row: CaseForReading,
  { submissionId, snapshot }: Judged,
): Promise<Pick<CaseView, 'grantedElsewhere' | 'idChecks'>> {
  const opened = await openedPersons(ctx, { id: submissionId, snapshot });
  const persons = [...opened].map(([talentId, { person }]) => [talentId, person] as const);
  const found = await grantedElsewhere(
    ctx.db,
    row.programmeId,
    persons.map(([, person]) => person),
    row.id,
  );
  const granted = persons.flatMap(([talentId, person]): [string, OtherCase][] => {
    const other = found.get(person);
    return other ? [[talentId, other]] : [];
  });
  return {
    grantedElsewhere: Object.fromEntries(granted),
    idChecks: Object.fromEntries([...opened].map(([talentId, { check }]) => [talentId, check])),
  };
}
