import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { transact } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import { clockOffset, moveSessions, setClockOffset } from '../store';

const HOUR_SECONDS = 3600;

/**
 * Moves the demo's clock forward, never back, and asks the clock's own work to be done at once: notices end, deadlines
 * pass. Only reachable where the pages of the demo are.
 */
export async function moveClock(ctx: Context, input: { hours: number }): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'dev.read');
  const seconds = input.hours * HOUR_SECONDS;
  const fact = { action: 'demo.moveClock', word: '拨快演示时钟', subjectKind: 'demo', subjectId: 'clock' };
  return transact(ctx, async (tx) => {
    await setClockOffset(tx.db, (await clockOffset(tx.db)) + seconds, ctx.now);
    await moveSessions(tx.db, seconds);
    await writeAudit(tx, { ...fact, detail: { hours: input.hours } });
    await enqueue(tx.db, 'sweep', {}, { key: 'sweep now' });
    return ok();
  });
}
