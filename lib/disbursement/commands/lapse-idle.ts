import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { transact } from '@/lib/db/transact';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { daysRun, LAST_MARK, lapsesAfter, lastReminderAt, openedBefore } from '../rules/days';
import { daysOf, forAct, waitingSince } from '../store';
import { advance } from './advance';

/**
 * Lets disbursements lapse in which the enterprise did nothing for so long after the third reminder was written; the
 * last day itself still counts. Answers how many.
 */
export async function lapseIdle(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  let lapsed = 0;
  for await (const row of waitingSince(ctx.db, openedBefore(LAST_MARK, ctx.now))) {
    if (lastReminderAt(row) && (await lapseOne(ctx, row.id))) lapsed += 1;
  }
  return lapsed;
}

async function lapseOne(ctx: Context, id: string): Promise<boolean> {
  const row = await forAct(ctx.db, id);
  if (!row || !daysRun(row)) return false;
  const [days, today] = [await daysOf(ctx.db, id), shanghaiDayOf(ctx.now)];
  if (lapsesAfter(days, row.terms.lapseDays, today) >= today) return false;
  const done = await transact(ctx, (tx) => advance(tx, row, 'lapse'));
  return done.ok;
}
