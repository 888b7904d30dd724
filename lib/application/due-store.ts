import 'server-only';
import type { Db } from '@/lib/db/client';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';

const AT_ONCE = 200;

/** Returned applications whose last day lies before `today`; held cases and frozen enterprises wait. */
export const returnedBefore = (db: Db, today: ShanghaiDay) =>
  db.application.findMany({
    where: { status: 'RETURNED', holdSince: null, enterprise: { status: 'ACTIVE' }, returnDeadline: { lt: today } },
    select: { id: true, status: true, version: true, returnDeadline: true },
    take: AT_ONCE,
  });
