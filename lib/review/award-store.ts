import 'server-only';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { Db } from '@/lib/db/client';
import type { WithVault } from '@/lib/db/sealed';
import { SYSTEM_FIELDS } from '@/lib/programme/rules/fields';
import type { OtherCase } from './rules/case-view';
import { idCheck, type IdCheck } from './rules/id-check';

type YearKey = { readonly enterpriseId: string; readonly programmeId: string; readonly year: number };

/** Locks what the enterprise was granted in this programme year, so that parallel approvals come one after another. */
export async function lockEnterpriseYear(
  db: Db,
  key: YearKey,
  capFen: number,
): Promise<{ grantedFen: number; capFen: number }> {
  await db.$executeRaw`
    INSERT INTO enterprise_year (enterprise_id, programme_id, year, cap_fen) VALUES (${key.enterpriseId}::uuid, ${key.programmeId}::uuid, ${key.year}, ${capFen})
    ON CONFLICT DO NOTHING`;
  const rows = await db.$queryRaw<{ granted: bigint; cap: bigint }[]>`
    SELECT granted_fen AS granted, cap_fen AS cap FROM enterprise_year
    WHERE enterprise_id = ${key.enterpriseId}::uuid AND programme_id = ${key.programmeId}::uuid AND year = ${key.year} FOR UPDATE`;
  const row = rows[0];
  if (!row) throw new Error('the enterprise has no row for this year');
  return { grantedFen: Number(row.granted), capFen: Number(row.cap) };
}

export async function addGranted(db: Db, key: YearKey, fen: number): Promise<void> {
  await db.enterpriseYear.update({
    where: { enterpriseId_programmeId_year: key },
    data: { grantedFen: { increment: fen } },
  });
}

/** What the enterprise was granted so far and up to which cap, without a lock: for showing, not for deciding. */
export async function grantedSoFar(db: Db, key: YearKey): Promise<{ grantedFen: number; capFen: number } | null> {
  const row = await db.enterpriseYear.findUnique({ where: { enterpriseId_programmeId_year: key } });
  return row && { grantedFen: Number(row.grantedFen), capFen: Number(row.capFen) };
}

type Submitted = { readonly id: string; readonly snapshot: Pick<SubmissionSnapshot, 'talents'> };

/** Under which index somebody is granted once, and what the check character of the number is and should be. */
export type OpenedPerson = { readonly person: string; readonly check: IdCheck | null };

/**
 * The blind index under which each talent of a submission is granted once: ID type and number together, as they were
 * handed in. By talent id.
 */
export async function personsOf(ctx: WithVault, submitted: Submitted): Promise<Map<string, string>> {
  const opened = await openedPersons(ctx, submitted);
  return new Map([...opened].map(([talentId, { person }]) => [talentId, person]));
}

/** The same with what the arithmetic of a resident ID says. Each number is opened once and goes no further. */
export async function openedPersons(ctx: WithVault, { id, snapshot }: Submitted): Promise<Map<string, OpenedPerson>> {
  const columns = new Map(snapshot.talents.map((talent) => [`${talent.id}.${SYSTEM_FIELDS.idNumber}`, talent]));
  const rows = await ctx.db.sealedValue.findMany({
    where: { tableName: 'submission', rowId: id, columnName: { in: [...columns.keys()] } },
  });
  const persons = new Map<string, OpenedPerson>();
  for (const { columnName: column, envelope } of rows) {
    const talent = columns.get(column);
    const number = ctx.vault.open({ table: 'submission', column, rowId: id }, envelope);
    if (!talent) continue;
    const person = ctx.vault.blind('person', `${talent.idType}:${number}`);
    persons.set(talent.id, { person, check: talent.idType === 'RESIDENT_ID' ? idCheck(number) : null });
  }
  const missing = snapshot.talents.find((talent) => !persons.has(talent.id));
  if (missing) throw new Error(`talent ${missing.id} was submitted without an ID number`);
  return persons;
}

/** Who of these was granted in another case of the programme: person → that case. */
export async function grantedElsewhere(
  db: Db,
  programmeId: string,
  persons: readonly string[],
  applicationId: string,
): Promise<Map<string, OtherCase>> {
  const rows = await db.grantedPerson.findMany({
    where: { programmeId, person: { in: [...persons] }, NOT: { applicationId } },
  });
  const cases = await db.application.findMany({
    where: { id: { in: rows.map((row) => row.applicationId) } },
    select: { id: true, number: true },
  });
  const numbers = new Map(cases.map((one) => [one.id, one.number ?? '']));
  return new Map(
    rows.map((row) => [row.person, { id: row.applicationId, number: numbers.get(row.applicationId) ?? '' }]),
  );
}

export async function grantPersons(
  db: Db,
  rows: readonly { programmeId: string; person: string; applicationId: string; talentId: string; at: Date }[],
): Promise<void> {
  await db.grantedPerson.createMany({ data: [...rows] });
}
