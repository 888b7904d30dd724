import 'server-only';
import type { EnterpriseActor, StaffActor } from './actor';
import type { Db } from '@/lib/db/client';

export type Person = Pick<EnterpriseActor, 'kind' | 'id'> | Pick<StaffActor, 'kind' | 'id'>;

export async function passwordHashOf(db: Db, person: Person): Promise<string> {
  const where = { id: person.id };
  const select = { passwordHash: true } as const;
  const row =
    person.kind === 'staff'
      ? await db.staffUser.findUniqueOrThrow({ where, select })
      : await db.enterpriseUser.findUniqueOrThrow({ where, select });
  return row.passwordHash;
}

type PasswordColumns = { passwordHash: string; mustChangePassword: boolean; passwordGoodUntil: Date | null };

export async function setPassword(db: Db, person: Person, columns: PasswordColumns): Promise<void> {
  const data = { ...columns, version: { increment: 1 } };
  if (person.kind === 'staff') await db.staffUser.update({ where: { id: person.id }, data });
  else await db.enterpriseUser.update({ where: { id: person.id }, data });
}

export const ownerColumn = (person: Person) =>
  person.kind === 'staff' ? { staffUserId: person.id } : { enterpriseUserId: person.id };

/** Ends every session of a person, except the one that is named; answers how many. */
export async function endSessionsOf(
  db: Db,
  person: Person,
  given: { readonly at: Date; readonly reason: string; readonly except?: string },
): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { ...ownerColumn(person), endedAt: null, ...(given.except ? { id: { not: given.except } } : {}) },
    data: { endedAt: given.at, endReason: given.reason },
  });
  return count;
}

/** Gives a session another token: whoever copied the old one holds nothing. */
export async function rotateSession(
  db: Db,
  id: string,
  tokenHash: string,
  set: { readonly factorAt?: Date; readonly provedAt?: Date } = {},
): Promise<void> {
  await db.session.update({ where: { id }, data: { tokenHash, ...set } });
}

/** Sessions of a person that are open still, the last one seen first. */
export const openSessionsOf = (db: Db, person: Person, now: Date, idleSince: Date) =>
  db.session.findMany({
    where: { ...ownerColumn(person), endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: idleSince } },
    orderBy: { lastSeenAt: 'desc' },
    select: { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true },
  });

/** Whether this person was ever signed in, in whatever browser. */
export const hasSignedIn = async (db: Db, enterpriseUserId: string) =>
  (await db.session.findFirst({ where: { enterpriseUserId }, select: { id: true } })) !== null;
