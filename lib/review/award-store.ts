import 'server-only';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';
import type { Db } from '@/lib/db/client';

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

/** What the enterprise was granted so far, without a lock: for showing, not for deciding. */
export async function grantedSoFar(db: Db, key: YearKey): Promise<number> {
  const row = await db.enterpriseYear.findUnique({
    where: { enterpriseId_programmeId_year: key },
    select: { grantedFen: true },
  });
  return Number(row?.grantedFen ?? 0);
}

/** The blind index under which a person is granted once: ID type and number together. */
export async function personOf(ctx: Context, talent: { id: string; idType: string }): Promise<string> {
  const number = await openSealed(ctx, { table: 'talent', column: 'idNumber', rowId: talent.id });
  if (!number) throw new Error(`talent ${talent.id} has no ID number`);
  return ctx.vault.blind('person', `${talent.idType}:${number}`);
}

/** Who of these was granted in another case of the programme: person → number of that case. */
export async function grantedElsewhere(
  db: Db,
  programmeId: string,
  persons: readonly string[],
  applicationId: string,
): Promise<Map<string, string>> {
  const rows = await db.grantedPerson.findMany({
    where: { programmeId, person: { in: [...persons] }, NOT: { applicationId } },
  });
  const cases = await db.application.findMany({
    where: { id: { in: rows.map((row) => row.applicationId) } },
    select: { id: true, number: true },
  });
  const numbers = new Map(cases.map((one) => [one.id, one.number ?? '']));
  return new Map(rows.map((row) => [row.person, numbers.get(row.applicationId) ?? '']));
}

export async function grantPersons(
  db: Db,
  rows: readonly { programmeId: string; person: string; applicationId: string; talentId: string; at: Date }[],
): Promise<void> {
  await db.grantedPerson.createMany({ data: [...rows] });
}
