import 'server-only';
import type { Db } from '@/lib/db/client';

export type NewReset = {
  readonly id: string;
  readonly enterpriseUserId: string | null;
  readonly browserHash: string;
  readonly channel: 'SMS' | 'MAIL';
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertReset(db: Db, row: NewReset): Promise<void> {
  await db.passwordReset.create({ data: row });
}

export const resetById = (db: Db, id: string) => db.passwordReset.findUnique({ where: { id } });

/** The account that a reset is for, while it may still be reset: active, no administrator, with its enterprise. */
export const resettableUser = (db: Db, id: string) =>
  db.enterpriseUser.findFirst({
    where: { id, status: 'ACTIVE', role: { in: ['SUPER', 'HANDLER'] } },
    select: { id: true, username: true, passwordHash: true, enterprise: { select: { name: true, uscc: true } } },
  });

/** Uses a reset up; false when it was used before. */
export async function spendReset(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.passwordReset.updateMany({ where: { id, usedAt: null }, data: { usedAt: at } });
  return count > 0;
}

export async function removeOldResets(db: Db, before: Date): Promise<void> {
  await db.passwordReset.deleteMany({ where: { createdAt: { lt: before } } });
}
