import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { transact } from '@/lib/db/transact';
import { SILENT, SILENT_MINUTES, UNOPENED_MINUTES } from '../rules/link';
import { silentCaptures } from '../store';
import { move } from './move';

/** Ends links that were not opened within ten minutes or whose phone was silent for thirty. */
export async function expireCaptures(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  const ago = (minutes: number) => new Date(ctx.now.getTime() - minutes * 60_000);
  let expired = 0;
  for (const link of await silentCaptures(ctx.db, ago(UNOPENED_MINUTES), ago(SILENT_MINUTES))) {
    const done = await transact(ctx, (tx) => move(tx, link, 'expire', { endReason: SILENT }));
    if (done.ok) expired += 1;
  }
  return expired;
}
