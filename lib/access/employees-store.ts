import 'server-only';
import type { Db } from '@/lib/db/client';

/** An account of this enterprise; null for those of others, as if it did not exist. */
export const employeeOf = (db: Db, enterpriseId: string, id: string) =>
  db.enterpriseUser.findFirst({ where: { id, enterpriseId } });
export type EmployeeRow = NonNullable<Awaited<ReturnType<typeof employeeOf>>>;

export const employeeRows = (db: Db, enterpriseId: string) =>
  db.enterpriseUser.findMany({
    where: { enterpriseId },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
    include: {
      grants: { select: { programme: { select: { id: true, name: true } } } },
      sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
    },
  });

/** Programmes that a handler may be granted, in the order of the portal. */
export const programmeRows = (db: Db) =>
  db.programme.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }], select: { id: true, name: true } });

/** Sets exactly these grants; answers which were added and which taken away. */
export async function replaceGrants(
  db: Db,
  given: {
    readonly userId: string;
    readonly programmeIds: readonly string[];
    readonly byId: string;
    readonly at: Date;
  },
): Promise<{ added: string[]; removed: string[] }> {
  const { userId } = given;
  const before = await db.programmeGrant.findMany({
    where: { enterpriseUserId: userId },
    select: { programmeId: true },
  });
  const had = new Set(before.map(({ programmeId }) => programmeId));
  const wanted = new Set(given.programmeIds);
  const added = [...wanted].filter((id) => !had.has(id));
  const removed = [...had].filter((id) => !wanted.has(id));
  await db.programmeGrant.deleteMany({ where: { enterpriseUserId: userId, programmeId: { in: removed } } });
  await addGrants(db, { ...given, programmeIds: added });
  return { added, removed };
}

export async function addGrants(
  db: Db,
  given: {
    readonly userId: string;
    readonly programmeIds: readonly string[];
    readonly byId: string;
    readonly at: Date;
  },
): Promise<void> {
  const rows = given.programmeIds.map((programmeId) => ({
    ...{ enterpriseUserId: given.userId, programmeId, grantedById: given.byId, grantedAt: given.at },
  }));
  await db.programmeGrant.createMany({ data: rows, skipDuplicates: true });
}

/** Unsubmitted cases that this person looks after: begun by him and handed to nobody, or handed to him. */
const lookedAfterBy = (enterpriseId: string, userId: string) => ({
  enterpriseId,
  status: { in: ['DRAFT' as const, 'RETURNED' as const] },
  discardedAt: null,
  OR: [{ caretakerId: userId }, { caretakerId: null, createdById: userId }],
});

export const openCasesOf = (db: Db, enterpriseId: string, userId: string) =>
  db.application.findMany({
    where: lookedAfterBy(enterpriseId, userId),
    orderBy: { updatedAt: 'desc' },
    select: { id: true, number: true, programmeId: true, programmeYear: true, programme: { select: { name: true } } },
  });

export async function setCaretaker(db: Db, applicationIds: readonly string[], caretakerId: string): Promise<void> {
  await db.application.updateMany({ where: { id: { in: [...applicationIds] } }, data: { caretakerId } });
}
