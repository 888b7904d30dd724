import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { NOTICE } from '../rules/states';
import { overNotices, waitingAfterNotice } from '../store';
import { takeSnapshot } from './take-snapshot';

/** Ends notices whose last working day is over and clears their cases; a held case waits until the hold is lifted. */
export async function endNotices(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  for (const notice of await overNotices(ctx.db, shanghaiDayOf(ctx.now))) {
    await transact(ctx, async (tx) => {
      const ended = await changeStatus(tx, NOTICE, notice, 'end', { set: { endedAt: ctx.now } });
      if (ended.ok) await takeSnapshot(tx, notice.id, 'CLOSING');
      return ended;
    });
  }
  let cleared = 0;
  for (const one of await waitingAfterNotice(ctx.db)) {
    const done = await transact(ctx, async (tx) => {
      const changed = await changeStatus(tx, APPLICATION, one, 'clear');
      return changed.ok ? ok() : changed;
    });
    if (done.ok) cleared += 1;
  }
  return cleared;
}
