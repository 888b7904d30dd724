import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { ok } from '@/lib/kernel/result';
import * as store from '../store';
import { atStage, type ReviewAnswer } from './case-at-hand';
import { NO_CLAIM } from './claim';
import { allLookedAt, judged } from './ready-to-decide';
import { usedReasons } from './used-reasons';

/** 不予支持 at the final stage, by somebody who did not decide at the first; the reason goes to the enterprise. */
export function reject(
  ctx: Context<StaffActor>,
  input: { applicationId: string; reason: string; reasonIds?: string[] },
): Promise<ReviewAnswer> {
  const { applicationId, reason, reasonIds } = input;
  return atStage(ctx, 'FINAL', applicationId, async (tx, row) => {
    const looked = await allLookedAt(tx, row, await judged(tx, row));
    if (!looked.ok) return looked;
    const set = {
      ...NO_CLAIM,
      reservedForId: null,
      finalReviewerId: ctx.actor.id,
      decisionReason: reason,
      decidedAt: ctx.now,
    };
    const done = await changeStatus(tx, APPLICATION, row, 'reject', { set, detail: { reason } });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'REJECTED', ctx.now, reason);
    await usedReasons(tx, row, reasonIds);
    return ok();
  });
}

/** 退回初审: back to the first reviewer while active, else to the queue. */
export function sendBack(
  ctx: Context<StaffActor>,
  input: { applicationId: string; reason: string },
): Promise<ReviewAnswer> {
  const { applicationId, reason } = input;
  return atStage(ctx, 'FINAL', applicationId, async (tx, row) => {
    const set = { ...NO_CLAIM, reservedForId: row.firstReviewerId, firstReviewerId: null, proposedRejection: false };
    const done = await changeStatus(tx, APPLICATION, row, 'sendBack', { set, detail: { note: reason } });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'SENT_BACK', ctx.now, reason);
    return ok();
  });
}
