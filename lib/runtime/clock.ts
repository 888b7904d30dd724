import 'server-only';
import type { Db } from '@/lib/db/client';
import { CLOCK_OFFSET } from '@/lib/demo/store';

/** The database's clock, moved by the demo clock where one is set. The server's clock decides; no browser's does. */
export async function databaseNow(db: Db): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>`
    SELECT now() + coalesce((SELECT (value #>> '{}')::numeric FROM setting WHERE key = ${CLOCK_OFFSET}), 0) * interval '1 second' AS now`;
  const row = rows[0];
  if (!row) throw new Error('the database gave no time');
  return new Date(row.now);
}
