import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { REGISTRATION } from '../rules/states';
import { overdueRegistrations } from '../registration-store';

/** Ends the registrations whose seven days of typing are over. Answers how many. */
export async function expireRegistrations(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  let expired = 0;
  for (const row of await overdueRegistrations(ctx.db, ctx.now)) {
    const done = await transact(ctx, (tx) => changeStatus(tx, REGISTRATION, row, 'expire'));
    if (done.ok) expired += 1;
  }
  return expired;
}
