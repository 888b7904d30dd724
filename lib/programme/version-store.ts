import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { ProgrammeConfig } from './rules/config';

/** One administrator at a time changes what programmes there are. */
export const lockProgrammes = (db: Db) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('programmes', 0))`;

export const programmeOfCode = (db: Db, code: string) =>
  db.programme.findUnique({
    where: { code },
    include: { versions: { orderBy: { number: 'desc' }, select: { id: true, number: true, status: true } } },
  });

export async function insertProgramme(db: Db, { code, name }: ProgrammeConfig, at: Date): Promise<string> {
  const { _max: last } = await db.programme.aggregate({ _max: { position: true } });
  const row = { id: newId(), code, name, position: (last.position ?? 0) + 1, createdAt: at };
  return (await db.programme.create({ data: row })).id;
}

type Kept = { readonly config: ProgrammeConfig; readonly sha256: string };

export async function insertVersion(db: Db, programmeId: string, number: number, kept: Kept): Promise<string> {
  const config = kept.config as unknown as Prisma.InputJsonValue;
  const row = { id: newId(), programmeId, number, status: 'DRAFT' as const, sha256: kept.sha256, config };
  return (await db.programmeVersion.create({ data: row })).id;
}

/** Puts another configuration into a version that nobody saw yet. */
export const rewriteDraft = (db: Db, id: string, { config, sha256 }: Kept) =>
  db.programmeVersion.updateMany({
    where: { id, status: 'DRAFT' },
    data: { config: config as unknown as Prisma.InputJsonValue, sha256, version: { increment: 1 } },
  });

export const deleteDraft = (db: Db, id: string) => db.programmeVersion.deleteMany({ where: { id, status: 'DRAFT' } });

export const versionForAct = (db: Db, id: string) =>
  db.programmeVersion.findUnique({
    where: { id },
    include: { programme: { select: { id: true, code: true, name: true } } },
  });

export const publishedOf = (db: Db, programmeId: string) =>
  db.programmeVersion.findFirst({ where: { programmeId, status: 'PUBLISHED' }, orderBy: { number: 'desc' } });

export const renameProgramme = (db: Db, id: string, name: string) =>
  db.programme.update({ where: { id }, data: { name } });

export const yearsOf = (db: Db, programmeId: string) =>
  db.programmeYear.findMany({ where: { programmeId }, orderBy: { year: 'asc' } });

/** What of a year's budget is not free. */
export const usedFenOf = (row: { reservedFen: bigint; inPaymentFen: bigint; paidFen: bigint; returnedFen: bigint }) =>
  Number(row.reservedFen + row.inPaymentFen + row.paidFen + row.returnedFen);

export const insertYear = (
  db: Db,
  row: { programmeId: string; year: number; opensOn: string; closesOn: string; budgetFen: number },
) => db.programmeYear.create({ data: { ...row, id: newId() } });

/** False where somebody else changed the year since it was seen. */
export async function changeYear(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  set: { readonly opensOn: string; readonly closesOn: string; readonly budgetFen: number },
): Promise<boolean> {
  const { count } = await db.programmeYear.updateMany({
    where: { id: seen.id, version: seen.version },
    data: { ...set, version: seen.version + 1 },
  });
  return count === 1;
}

/** Cases of the year that were handed in for the first time outside these instants. */
export const submittedOutside = (db: Db, programmeId: string, year: number, from: Date, until: Date) =>
  db.application.count({
    where: {
      programmeId,
      programmeYear: year,
      OR: [{ firstSubmittedAt: { lt: from } }, { firstSubmittedAt: { gte: until } }],
    },
  });
