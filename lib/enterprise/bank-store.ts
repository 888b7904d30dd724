import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { bankSearchText, type BankComparison, type BankCounts, type BankRow } from './rules/bank-sheet';
import type { RowFault } from './rules/sheet-heading';

const CHUNK = 1_000;
const FIELDS = { cnapsCode: true, name: true, city: true } as const;

/** The branches that are not gone, by 联行号: all of them, or those of these codes. */
export async function standingBanks(db: Db, codes: readonly string[] | 'all'): Promise<Map<string, BankRow>> {
  const asked = codes === 'all' ? [undefined] : chunks(codes);
  const found = new Map<string, BankRow>();
  for (const part of asked) {
    const where = { goneAt: null, ...(part && { cnapsCode: { in: part } }) };
    const rows = await db.bankBranch.findMany({ where, select: FIELDS, orderBy: { cnapsCode: 'asc' } });
    for (const row of rows) found.set(row.cnapsCode, row);
  }
  return found;
}

export type NewBankImport = BankCounts & {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly isWhole: boolean;
  readonly rows: readonly BankRow[];
  readonly errors: readonly RowFault[];
  readonly createdById: string;
  readonly createdAt: Date;
};

export async function insertBankImport(db: Db, row: NewBankImport): Promise<void> {
  const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
  await db.bankBranchImport.create({ data: { ...row, rows: json(row.rows), errors: json(row.errors) } });
}

export const bankImportForChange = (db: Db, id: string) => db.bankBranchImport.findUnique({ where: { id } });

/** One at a time: a second confirmation waits here and then finds what the first one did. */
export async function lockBanks(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('bank table', 0))`;
}

/** Marks an import as taken over and lets go of its rows; false when somebody did so before. */
export async function markBanksTaken(
  db: Db,
  id: string,
  by: { readonly confirmedById: string; readonly confirmedAt: Date; readonly reason: string },
): Promise<boolean> {
  const { count } = await db.bankBranchImport.updateMany({
    where: { id, confirmedAt: null },
    data: { ...by, rows: Prisma.DbNull },
  });
  return count === 1;
}

/** Writes new and changed branches, and marks those that are gone; they stay readable. */
export async function writeBanks(
  db: Db,
  { written, gone }: Pick<BankComparison, 'written' | 'gone'>,
  stamp: { readonly importId: string; readonly updatedAt: Date },
): Promise<void> {
  for (const part of chunks(written)) {
    await db.bankBranch.deleteMany({ where: { cnapsCode: { in: part.map(({ cnapsCode }) => cnapsCode) } } });
    await db.bankBranch.createMany({
      data: part.map((row) => ({ ...row, ...stamp, searchText: bankSearchText(row) })),
    });
  }
  for (const part of chunks(gone)) {
    await db.bankBranch.updateMany({
      where: { cnapsCode: { in: part } },
      data: { goneAt: stamp.updatedAt, updatedAt: stamp.updatedAt },
    });
  }
}

function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += CHUNK) parts.push(all.slice(at, at + CHUNK));
  return parts;
}
