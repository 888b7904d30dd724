import 'server-only';
import type { Db } from '@/lib/db/client';
import { shanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { MarkReached } from './rules/reminders';

const AT_ONCE = 200;

/** Returned applications whose last day lies before `today`; held cases and frozen enterprises wait. */
export const returnedBefore = (db: Db, today: ShanghaiDay) =>
  db.application.findMany({
    where: { status: 'RETURNED', holdSince: null, enterprise: { status: 'ACTIVE' }, returnDeadline: { lt: today } },
    select: { id: true, status: true, version: true, returnDeadline: true },
    take: AT_ONCE,
  });

/** Returned cases of an enterprise, or one case, whose last day is not over on `day`. */
export const returnedOpenOn = (
  db: Db,
  of: { readonly enterpriseId: string } | { readonly id: string },
  day: ShanghaiDay,
) =>
  db.application.findMany({
    where: { ...of, status: 'RETURNED', returnDeadline: { gte: day } },
    select: { id: true, returnDeadline: true, returnedAt: true },
  });

export async function setReturnDeadline(db: Db, id: string, returnDeadline: ShanghaiDay): Promise<void> {
  await db.application.update({ where: { id }, data: { returnDeadline } });
}

/** The windows that close between two days, both included. */
export async function windowsClosing(db: Db, from: ShanghaiDay, to: ShanghaiDay) {
  const rows = await db.programmeYear.findMany({
    where: { closesOn: { gte: from, lte: to } },
    select: { programmeId: true, year: true, closesOn: true },
  });
  return rows.map((row) => ({ ...row, closesOn: shanghaiDay(row.closesOn) }));
}

const FREE = { holdSince: null, enterprise: { status: 'ACTIVE' } } as const;

/** Drafts of a window that were there when a mark was reached and were not reminded of it. */
export const draftsToRemind = (db: Db, of: { programmeId: string; year: number }, { key, at }: MarkReached) =>
  db.application.findMany({
    where: {
      ...FREE,
      status: 'DRAFT',
      discardedAt: null,
      programmeId: of.programmeId,
      programmeYear: of.year,
      createdAt: { lte: at },
      reminders: { none: { key } },
    },
    select: { id: true },
    take: AT_ONCE,
  });

/** Returned cases with this last day that had been returned when a mark was reached and were not reminded of it. */
export const returnedToRemind = (db: Db, returnDeadline: ShanghaiDay, { key, at }: MarkReached) =>
  db.application.findMany({
    where: { ...FREE, status: 'RETURNED', returnDeadline, returnedAt: { lte: at }, reminders: { none: { key } } },
    select: { id: true },
    take: AT_ONCE,
  });

/** False when this reminder of the case stands there already. */
export async function putReminder(db: Db, applicationId: string, key: string, at: Date): Promise<boolean> {
  const { count } = await db.caseReminder.createMany({ data: [{ applicationId, key, at }], skipDuplicates: true });
  return count > 0;
}
