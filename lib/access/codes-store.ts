import 'server-only';
import type { Db } from '@/lib/db/client';
import type { SmsCodePurpose } from './rules/sms-code';

/** When codes went to this address since an instant, newest first. */
export async function codesSentTo(db: Db, addressIndex: string, since: Date): Promise<Date[]> {
  const rows = await db.smsCode.findMany({
    where: { addressIndex, createdAt: { gt: since } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  return rows.map((row) => row.createdAt);
}

export type NewCode = {
  readonly id: string;
  readonly purpose: SmsCodePurpose;
  readonly subjectId: string;
  readonly codeHash: string;
  readonly addressIndex: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertCode(db: Db, row: NewCode): Promise<void> {
  await db.smsCode.create({ data: row });
}

/** The code that counts for this subject: the newest; those before it open nothing any more. */
export const newestCode = (db: Db, purpose: SmsCodePurpose, subjectId: string) =>
  db.smsCode.findFirst({ where: { purpose, subjectId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });

/** Counts a try before it is judged; false when none is left, so that many at once are no more than the limit. */
export async function takeCodeTry(db: Db, id: string, most: number): Promise<boolean> {
  const { count } = await db.smsCode.updateMany({
    where: { id, usedAt: null, tries: { lt: most } },
    data: { tries: { increment: 1 } },
  });
  return count > 0;
}

/** Uses a code up; false when somebody did so before. */
export async function spendCode(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.smsCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: at } });
  return count > 0;
}

export async function removeOldCodes(db: Db, before: Date): Promise<void> {
  await db.smsCode.deleteMany({ where: { createdAt: { lt: before } } });
}

/** A figure that the operator set, or null. */
export async function numberSetting(db: Db, key: string): Promise<number | null> {
  const row = await db.setting.findUnique({ where: { key } });
  return typeof row?.value === 'number' ? row.value : null;
}
