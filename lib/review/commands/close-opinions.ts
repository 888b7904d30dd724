import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import * as colleagues from '../colleague-store';
import { staffByIds } from '../reading-store';
import { OPINION } from '../rules/states';

/** Ends questions that nobody needs an answer to: the case left the stage, or the colleague was disabled. */
export async function closeOpinions(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  const open = await colleagues.openOpinions(ctx.db);
  const people = await staffByIds(
    ctx.db,
    open.map(({ askedOfId }) => askedOfId),
  );
  const over = open.filter((row) => !colleagues.isStanding(row) || !people.get(row.askedOfId)?.isActive);
  let closed = 0;
  for (const row of over) {
    const done = await transact(ctx, (tx) => changeStatus(tx, OPINION, row, 'close', { set: { endedAt: ctx.now } }));
    if (done.ok) closed += 1;
  }
  return closed;
}
