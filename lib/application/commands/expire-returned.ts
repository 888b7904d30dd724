import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { returnedBefore } from '../due-store';
import { APPLICATION } from '../rules/states';

/** Ends returned applications whose deadline has passed; the last day itself still counts. Answers how many. */
export async function expireReturned(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  let expired = 0;
  for (const row of await returnedBefore(ctx.db, shanghaiDayOf(ctx.now))) {
    const detail = { deadline: row.returnDeadline };
    const done = await transact(ctx, (tx) => changeStatus(tx, APPLICATION, row, 'expire', { detail }));
    if (done.ok) expired += 1;
  }
  return expired;
}
