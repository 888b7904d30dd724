import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { returnDeadline } from '@/lib/application/rules/deadlines';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { ok, refuse } from '@/lib/kernel/result';
import { chineseCalendar } from '@/lib/kernel/working-days';
import * as store from '../store';
import { atHand, type ReviewAnswer } from './case-at-hand';
import { NO_CLAIM } from './claim';
import { allLookedAt, judged } from './ready-to-decide';

/**
 * 退回: everything at once (一次性告知), so every part must have been looked at and at least one comment be pinned. The
 * comments go to the enterprise now; what it hands in again is kept for this reviewer while active.
 */
export function returnCase(
  ctx: Context<StaffActor>,
  input: { applicationId: string },
): Promise<ReviewAnswer<{ deadline: string }>> {
  return atHand(ctx, input.applicationId, async (tx, row) => {
    const facts = await judged(tx, row);
    const looked = await allLookedAt(tx, row, facts);
    if (!looked.ok) return looked;
    const [first] = await store.openComments(tx.db, row.id, row.submissionCount);
    if (!first) return refuse({ code: 'no-comment-for-return' });
    const deadline = returnDeadline(ctx.now, facts.config, chineseCalendar);
    const isFirst = row.stage === 'FIRST';
    const done = await changeStatus(tx, APPLICATION, row, isFirst ? 'returnFirst' : 'returnFinal', {
      set: {
        ...NO_CLAIM,
        returnedAt: ctx.now,
        returnDeadline: deadline.day,
        returnedStage: row.stage,
        reservedForId: ctx.actor.id,
        ...(isFirst ? { firstReviewerId: null } : {}),
      },
      detail: { deadline: deadline.day, reason: first.text, submission: row.submissionCount },
    });
    if (!done.ok) return done;
    await store.sendComments(tx.db, row.id, row.submissionCount, ctx.now);
    await store.closeReview(tx.db, row.id, 'RETURNED', ctx.now);
    return ok({ deadline: deadline.day });
  });
}
