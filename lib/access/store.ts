import 'server-only';
import type { Db } from '@/lib/db/client';
import { formerNameLastDay, formerNamesSince } from '@/lib/enterprise/rules/former-name';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { EnterpriseKey } from './rules/account-names';
import type { PictureCodePurpose } from './rules/picture-code';

const forSignIn = { id: true, name: true, uscc: true, status: true } as const;

/**
 * The enterprise of this USCC or name. A name that was given up lately counts too, unless somebody bears it now; both are
 * looked up whatever the other says, so that an answer tells nothing by its time.
 */
export async function enterpriseByKey(db: Db, key: EnterpriseKey, now: Date) {
  const [present, former] = await Promise.all([
    db.enterprise.findFirst({ where: key, select: forSignIn }),
    'normalisedName' in key ? lastBearer(db, key.normalisedName, now) : null,
  ]);
  return present ? { ...present, formerNameUntil: null } : former;
}

async function lastBearer(db: Db, normalisedBefore: string, now: Date) {
  const change = await db.enterpriseFieldChange.findFirst({
    where: { field: 'name', normalisedBefore, at: { gte: formerNamesSince(now) } },
    orderBy: { at: 'desc' },
    select: { at: true, enterprise: { select: forSignIn } },
  });
  if (!change) return null;
  const formerNameUntil = formerNameLastDay(change.at);
  return shanghaiDayOf(now) <= formerNameUntil ? { ...change.enterprise, formerNameUntil } : null;
}

export const enterpriseUserByName = (db: Db, enterpriseId: string, username: string) =>
  db.enterpriseUser.findUnique({ where: { enterpriseId_username: { enterpriseId, username } } });

export const staffUserByName = (db: Db, username: string) => db.staffUser.findUnique({ where: { username } });

export type NewSession = {
  readonly id: string;
  readonly tokenHash: string;
  readonly owner: { readonly enterpriseUserId: string } | { readonly staffUserId: string };
  readonly at: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly formerNameUntil: ShanghaiDay | null;
};

export async function insertSession(db: Db, { owner, at, address, ...row }: NewSession): Promise<void> {
  const kind = 'staffUserId' in owner ? ('STAFF' as const) : ('ENTERPRISE' as const);
  await db.session.create({ data: { ...row, ...owner, kind, createdAt: at, lastSeenAt: at, ip: address } });
}

/** Ends one session; false when it was over already. */
export async function endSession(db: Db, id: string, at: Date, reason: string): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { id, endedAt: null },
    data: { endedAt: at, endReason: reason },
  });
  return count > 0;
}

export const pictureCodeById = (db: Db, id: string) => db.pictureCode.findUnique({ where: { id } });

export async function insertPictureCode(
  db: Db,
  row: { id: string; answerHash: string; purpose: PictureCodePurpose; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.pictureCode.create({ data: row });
}

/** Uses a code up; false when somebody did so before. */
export async function spendPictureCode(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.pictureCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: at } });
  return count > 0;
}

export const unusedPictureCodes = (db: Db, now: Date, most: number) =>
  db.pictureCode.findMany({
    where: { usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    take: most,
  });

/** One row per try in rate_count, so that the last one's time is known. */
export async function addTry(db: Db, key: string, at: Date): Promise<void> {
  await countUp(db, key, at);
}

export async function triesSince(db: Db, key: string, since: Date): Promise<{ count: number; last: Date | null }> {
  const found = await db.rateCount.aggregate({
    where: { key, windowStart: { gt: since } },
    _sum: { count: true },
    _max: { windowStart: true },
  });
  return { count: found._sum.count ?? 0, last: found._max.windowStart };
}

export async function forgetTries(db: Db, key: string): Promise<void> {
  await db.rateCount.deleteMany({ where: { key } });
}

/** Counts one more in a window and answers how many that makes. One statement, so parallel ones are all counted. */
export async function countUp(db: Db, key: string, windowStart: Date): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_count (key, window_start, count) VALUES (${key}, ${windowStart}, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET count = rate_count.count + 1
    RETURNING count`;
  return rows[0]?.count ?? 0;
}

/** Makes whoever tries under the same key at the same moment wait for the end of this transaction. */
export async function lockKey(db: Db, key: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`rate ${key}`}, 0))`;
}

/** Removes counts and picture codes that nobody asks about any more. */
export async function removeStale(db: Db, before: Date): Promise<void> {
  await db.rateCount.deleteMany({ where: { windowStart: { lt: before } } });
  await db.pictureCode.deleteMany({ where: { expiresAt: { lt: before } } });
}

/** A case by its 受理编号, as much of it as may be said without signing in. */
export const caseByNumber = (db: Db, number: string) =>
  db.application.findUnique({
    where: { number },
    select: { id: true, status: true, updatedAt: true, submittedAt: true, enterprise: { select: { uscc: true } } },
  });

/** When the status of a case last changed, by the log. */
export async function lastChangeOf(db: Db, found: { readonly id: string; readonly updatedAt: Date }): Promise<Date> {
  const entry = await db.auditEntry.findFirst({
    where: { subjectKind: 'application', subjectId: found.id, toStatus: { not: null } },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return entry?.at ?? found.updatedAt;
}
