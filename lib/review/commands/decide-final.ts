import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ReviewRefusal } from '../rules/refusals';
import * as store from '../store';
import { caseAtHand } from './case-at-hand';
import { NO_CLAIM } from './claim';
import { allLookedAt, judged } from './ready-to-decide';

type Answer = Result<undefined, ReviewRefusal | CommonRefusal>;

/** 不予支持 at the final stage, by somebody who did not decide at the first; the reason goes to the enterprise. */
export async function reject(
  ctx: Context<StaffActor>,
  input: { applicationId: string; reason: string },
): Promise<Answer> {
  const found = await caseAtHand(ctx, input.applicationId);
  if (!found.ok) return found;
  const row = found.value;
  if (row.stage !== 'FINAL') return refuse({ code: 'not-your-claim' });
  const looked = await allLookedAt(ctx, row, await judged(ctx, row));
  if (!looked.ok) return looked;
  return transact(ctx, async (tx) => {
    const set = { ...NO_CLAIM, finalReviewerId: ctx.actor.id, decisionReason: input.reason, decidedAt: ctx.now };
    const done = await changeStatus(tx, APPLICATION, row, 'reject', { set, detail: { reason: input.reason } });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'REJECTED', ctx.now, input.reason);
    return ok();
  });
}

/** 退回初审: back to the first reviewer while active, else to the queue. */
export async function sendBack(
  ctx: Context<StaffActor>,
  input: { applicationId: string; reason: string },
): Promise<Answer> {
  const found = await caseAtHand(ctx, input.applicationId);
  if (!found.ok) return found;
  const row = found.value;
  if (row.stage !== 'FINAL') return refuse({ code: 'not-your-claim' });
  return transact(ctx, async (tx) => {
    const set = { ...NO_CLAIM, reservedForId: row.firstReviewerId, firstReviewerId: null, proposedRejection: false };
    const done = await changeStatus(tx, APPLICATION, row, 'sendBack', { set, detail: { note: input.reason } });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'SENT_BACK', ctx.now, input.reason);
    return ok();
  });
}
