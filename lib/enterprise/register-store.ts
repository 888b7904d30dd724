import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { normaliseEnterpriseName } from './rules/normalise-name';
import type { RegisterRow } from './rules/register-sheet';
import type { RowFault } from './rules/sheet-heading';

const CHUNK = 1_000;

const FIELDS = {
  uscc: true,
  name: true,
  type: true,
  legalRepresentative: true,
  registeredAddress: true,
  establishedOn: true,
  status: true,
} as const;

/** What the register has of these enterprises, by USCC. */
export async function standingEntities(db: Db, usccs: readonly string[]): Promise<Map<string, RegisterRow>> {
  const found = new Map<string, RegisterRow>();
  for (const part of chunks(usccs)) {
    const rows = await db.legalEntity.findMany({ where: { uscc: { in: part } }, select: FIELDS });
    for (const row of rows) found.set(row.uscc, row);
  }
  return found;
}

export type NewImport = {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly asOf: string;
  readonly rows: readonly RegisterRow[];
  readonly errors: readonly RowFault[];
  readonly newCount: number;
  readonly changedCount: number;
  readonly sameCount: number;
  readonly wrongCount: number;
  readonly createdById: string;
  readonly createdAt: Date;
};

export async function insertImport(db: Db, row: NewImport): Promise<void> {
  const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
  await db.legalEntityImport.create({ data: { ...row, rows: json(row.rows), errors: json(row.errors) } });
}

export const importForChange = (db: Db, id: string) => db.legalEntityImport.findUnique({ where: { id } });

/** One at a time: a second confirmation waits here and then finds what the first one did. */
export async function lockRegister(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('legal entity register', 0))`;
}

/** Marks an import as taken over and lets go of its rows; false when somebody did so before. */
export async function markTaken(
  db: Db,
  id: string,
  by: { readonly confirmedById: string; readonly confirmedAt: Date; readonly reason: string },
): Promise<boolean> {
  const { count } = await db.legalEntityImport.updateMany({
    where: { id, confirmedAt: null },
    data: { ...by, rows: Prisma.DbNull },
  });
  return count === 1;
}

/** Writes new and changed rows, and the date of those that are the same. */
export async function writeEntities(
  db: Db,
  given: {
    readonly merged: readonly RegisterRow[];
    readonly same: readonly string[];
    readonly asOf: string;
    readonly importId: string;
    readonly at: Date;
  },
): Promise<void> {
  const stamp = { asOf: given.asOf, importId: given.importId, updatedAt: given.at };
  for (const part of chunks(given.merged)) {
    await db.legalEntity.deleteMany({ where: { uscc: { in: part.map(({ uscc }) => uscc) } } });
    await db.legalEntity.createMany({
      data: part.map((row) => ({ ...row, ...stamp, normalisedName: normaliseEnterpriseName(row.name) })),
    });
  }
  for (const part of chunks(given.same)) {
    await db.legalEntity.updateMany({ where: { uscc: { in: part } }, data: stamp });
  }
}

function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += CHUNK) parts.push(all.slice(at, at + CHUNK));
  return parts;
}
