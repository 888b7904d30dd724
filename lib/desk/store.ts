import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';

export const requestForDesk = (db: Db, id: string) =>
  db.changeRequest.findUnique({
    where: { id },
    include: { papers: { where: { replacedAt: null } }, enterprise: true },
  });
export type RequestRow = NonNullable<Awaited<ReturnType<typeof requestForDesk>>>;

/** The enterprise's own row, for whoever writes it next to wait. */
export async function lockEnterprise(db: Db, id: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM enterprise WHERE id = ${id}::uuid FOR UPDATE`;
}

export const enterpriseById = (db: Db, id: string) => db.enterprise.findUnique({ where: { id } });

export async function updateEnterprise(
  db: Db,
  id: string,
  data: { readonly name: string; readonly normalisedName: string; readonly profile: Readonly<Record<string, string>> },
): Promise<void> {
  const { name, normalisedName, profile } = data;
  await db.enterprise.update({
    where: { id },
    data: { name, normalisedName, profile: profile as Prisma.InputJsonObject, version: { increment: 1 } },
  });
}

export async function insertFieldChanges(
  db: Db,
  rows: readonly {
    readonly id: string;
    readonly enterpriseId: string;
    readonly field: string;
    readonly before: string;
    readonly after: string;
    readonly normalisedBefore: string | null;
    readonly source: string;
    readonly requestId: string;
    readonly at: Date;
  }[],
): Promise<void> {
  await db.enterpriseFieldChange.createMany({ data: [...rows] });
}

/** Disbursements whose receipt may be out under the old name and was not accepted. */
export const unacceptedPapers = (db: Db, enterpriseId: string) =>
  db.disbursement.findMany({
    where: { enterpriseId, status: { in: ['AWAITING_PRINT', 'AWAITING_RECEIPT', 'RECEIPT_REVIEW'] } },
    select: { id: true, status: true, version: true },
  });

/** Marks a finished registration as looked over; false when somebody did so before. */
export async function markLookedOver(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const { count } = await db.registration.updateMany({
    where: { id, doneAt: { not: null }, lookedOverAt: null },
    data: { lookedOverAt: at, lookedOverById: by },
  });
  return count === 1;
}

/** Names of people of the office by id, for pages that only staff see. */
export async function namesOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  const rows = await db.staffUser.findMany({ where: { id: { in: known } }, select: { id: true, displayName: true } });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}
