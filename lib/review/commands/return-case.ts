import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { returnDeadline } from '@/lib/application/rules/deadlines';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { chineseCalendar } from '@/lib/kernel/working-days';
import type { ReviewRefusal } from '../rules/refusals';
import * as store from '../store';
import { caseAtHand } from './case-at-hand';
import { NO_CLAIM } from './claim';
import { allLookedAt, judged } from './ready-to-decide';

/**
 * 退回: everything at once (一次性告知), so every part must have been looked at and at least one comment be pinned. The
 * comments go to the enterprise now; what it hands in again is kept for this reviewer while active.
 */
export async function returnCase(
  ctx: Context<StaffActor>,
  input: { applicationId: string },
): Promise<Result<{ deadline: string }, ReviewRefusal | CommonRefusal>> {
  const found = await caseAtHand(ctx, input.applicationId);
  if (!found.ok) return found;
  const row = found.value;
  const facts = await judged(ctx, row);
  const looked = await allLookedAt(ctx, row, facts);
  if (!looked.ok) return looked;
  const [first] = await store.openComments(ctx.db, row.id, row.submissionCount);
  if (!first) return refuse({ code: 'no-comment-for-return' });
  const deadline = returnDeadline(ctx.now, facts.config, chineseCalendar);

  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, APPLICATION, row, row.stage === 'FIRST' ? 'returnFirst' : 'returnFinal', {
      set: {
        ...NO_CLAIM,
        returnedAt: ctx.now,
        returnDeadline: deadline.day,
        returnedStage: row.stage,
        reservedForId: ctx.actor.id,
        ...(row.stage === 'FIRST' ? { firstReviewerId: null } : {}),
      },
      detail: { deadline: deadline.day, reason: first.text, submission: row.submissionCount },
    });
    if (!done.ok) return done;
    await store.sendComments(tx.db, row.id, row.submissionCount, ctx.now);
    await store.closeReview(tx.db, row.id, 'RETURNED', ctx.now);
    return ok({ deadline: deadline.day });
  });
}
