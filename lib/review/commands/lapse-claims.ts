import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok } from '@/lib/kernel/result';
import { LEASE_MINUTES } from '../rules/lease';
import * as store from '../store';
import { NO_CLAIM } from './claim';

/** Puts cases back into the queue whose reviewer gave no sign of life for the length of a lease, or was disabled. */
export async function lapseClaims(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  const before = new Date(ctx.now.getTime() - LEASE_MINUTES * 60_000);
  let lapsed = 0;
  for (const row of await store.lapsedClaims(ctx.db, before)) {
    const event = row.status === 'FIRST_REVIEW' ? 'lapseFirst' : 'lapseFinal';
    const done = await transact(ctx, async (tx) => {
      const changed = await changeStatus(tx, APPLICATION, row, event, { set: NO_CLAIM });
      if (!changed.ok) return changed;
      await store.closeReview(tx.db, row.id, 'LAPSED', ctx.now);
      return ok();
    });
    if (done.ok) lapsed += 1;
  }
  return lapsed;
}
