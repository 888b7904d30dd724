import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { transact } from '@/lib/db/transact';
import { addDays, shanghaiDayOf, startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { BEFORE_REVIEW } from '../rules/standing';
import { LAST_REMINDER_DAYS, lapsesAfter } from '../rules/terms';
import { forAct, waitingSince } from '../store';
import { advance } from './advance';

const AT_ONCE = 100;

/**
 * Lets disbursements lapse in which the enterprise did nothing for so long after the third reminder; the last day itself
 * still counts, and a talent who waits for 复审 stops the days. Answers how many.
 */
export async function lapseIdle(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  const openedBefore = startOfShanghaiDay(addDays(shanghaiDayOf(ctx.now), -LAST_REMINDER_DAYS));
  let lapsed = 0;
  let page = await waitingSince(ctx.db, openedBefore, undefined, AT_ONCE);
  while (page.length > 0) {
    for (const { id } of page) if (await lapseOne(ctx, id)) lapsed += 1;
    page = await waitingSince(ctx.db, openedBefore, page.at(-1)?.id, AT_ONCE);
  }
  return lapsed;
}

async function lapseOne(ctx: Context, id: string): Promise<boolean> {
  const row = await forAct(ctx.db, id);
  if (!row || !BEFORE_REVIEW.includes(row.status)) return false;
  if (row.lines.some((line) => line.state === 'LEFT_DECLARED')) return false;
  if (lapsesAfter(row.openedAt, row.lastActAt, row.terms.lapseDays) >= shanghaiDayOf(ctx.now)) return false;
  const done = await transact(ctx, (tx) => advance(tx, row, 'lapse'));
  return done.ok;
}
