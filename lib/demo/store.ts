import 'server-only';
import type { Db } from '@/lib/db/client';

export const CLOCK_OFFSET = 'demo.clock-offset-seconds';

/** Seconds by which the demo's clock runs ahead of the database's. */
export async function clockOffset(db: Db): Promise<number> {
  const row = await db.setting.findUnique({ where: { key: CLOCK_OFFSET } });
  return typeof row?.value === 'number' ? row.value : 0;
}

export async function setClockOffset(db: Db, seconds: number, at: Date): Promise<void> {
  await db.setting.upsert({
    where: { key: CLOCK_OFFSET },
    create: { key: CLOCK_OFFSET, value: seconds, updatedAt: at },
    update: { value: seconds, updatedAt: at },
  });
}

/** Keeps people signed in over a jump of the demo's clock: sessions move with it. */
export async function moveSessions(db: Db, seconds: number): Promise<void> {
  await db.$executeRaw`
    UPDATE session SET last_seen_at = last_seen_at + ${seconds} * interval '1 second', expires_at = expires_at + ${seconds} * interval '1 second',
      proved_at = proved_at + ${seconds} * interval '1 second'
    WHERE ended_at IS NULL`;
}
