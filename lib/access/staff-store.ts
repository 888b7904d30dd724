import 'server-only';
import type { Db } from '@/lib/db/client';
import { lockKey } from './store';

export const staffById = (db: Db, id: string) => db.staffUser.findUnique({ where: { id } });
export type StaffRow = NonNullable<Awaited<ReturnType<typeof staffById>>>;

/**
 * Acts on accounts of the office come one after another, and the one who acts is still active when his turn comes: two
 * who disable each other at once leave one.
 */
export async function lockStaffAccounts(db: Db, actorId: string): Promise<boolean> {
  await lockKey(db, 'staff accounts');
  return (await db.staffUser.count({ where: { id: actorId, status: 'ACTIVE' } })) === 1;
}

/** Whose account is in use and has no second factor that counts. */
export const WITHOUT_FACTOR = { status: 'ACTIVE', factorSince: null } as const;

export const staffRows = (db: Db) =>
  db.staffUser.findMany({
    orderBy: [{ status: 'asc' }, { createdAt: 'asc' }, { username: 'asc' }],
    include: { sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } } },
  });

/** What was done to an account, and what its owner did to what protects it; the newest first. */
export const staffLog = (db: Db, id: string, most: number) =>
  db.auditEntry.findMany({
    where: {
      subjectId: id,
      OR: [
        { subjectKind: 'staffAccount' },
        { subjectKind: 'account', word: { in: ['启用第二重验证', '更换验证手机', '更换恢复码', '修改密码'] } },
        { subjectKind: 'account', action: 'account.bind' },
      ],
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
    select: { word: true, at: true, actorLabel: true, detail: true },
  });
