import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { queueFacts } from '@/lib/application/rules/queue-facts';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import * as reading from '../reading-store';

const AT_ONCE = 200;

/** Writes what the queue filters by for cases that were handed in before it was kept. */
export async function noteFacts(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  const cases = await reading.casesWithoutFacts(ctx.db, AT_ONCE);
  if (cases.length === 0) return 0;
  const snapshots = await reading.submissionsOf(ctx.db, cases);
  for (const row of cases) {
    const snapshot = snapshots.get(row.id);
    if (!snapshot) continue;
    const { config } = await versionById(ctx, row.programmeVersionId);
    const facts = queueFacts(snapshot, config, shanghaiDayOf(row.firstSubmittedAt ?? ctx.now));
    await reading.putFacts(ctx.db, row, facts);
  }
  return cases.length;
}
