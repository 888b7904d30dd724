import type { Db } from './client';

/**
 * The next number of a kind in a year, from 1. Taken in the caller's transaction: a rolled back act gives its number
 * back, so numbers are unique; gapless is not promised.
 */
export async function nextNumber(db: Db, kind: string, year: number): Promise<number> {
  const rows = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO number_counter (kind, year, last) VALUES (${kind}, ${year}, 1)
    ON CONFLICT (kind, year) DO UPDATE SET last = number_counter.last + 1
    RETURNING last`;
  const row = rows[0];
  if (!row) throw new Error(`no number for ${kind} ${year}`);
  return row.last;
}
