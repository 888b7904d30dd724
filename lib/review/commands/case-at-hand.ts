import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { takeHandovers } from '../colleague-store';
import type { ReviewRefusal } from '../rules/refusals';
import type { ReviewStage } from '../rules/labels';
import * as store from '../store';

export type CaseAtHand = store.CaseForReview & { readonly stage: ReviewStage };
export type ReviewAnswer<T = undefined> = Result<T, ReviewRefusal | CommonRefusal>;

/**
 * Does something to the case that this reviewer holds, in one transaction under the lock of its row: what is read, what
 * is decided and what is written belong together, and the reviewer's sign of life is renewed by the act itself.
 * Refuses when the case is not theirs (any more), and while it is held.
 */
export async function atHand<T>(
  ctx: Context<StaffActor>,
  applicationId: string,
  act: (tx: Context<StaffActor>, row: CaseAtHand) => Promise<ReviewAnswer<T>>,
): Promise<ReviewAnswer<T>> {
  authorise(ctx.actor, 'queue.read');
  return transact(ctx, async (tx): Promise<ReviewAnswer<T>> => {
    const isMine = await store.touchClaim(tx.db, applicationId, ctx.actor.id, ctx.now);
    const found = await caseAtHand(tx, applicationId, isMine);
    if (!found.ok) return found;
    await takeHandovers(tx.db, applicationId, ctx.actor.id, ctx.now);
    return act(tx, found.value);
  });
}

async function caseAtHand(
  ctx: Context<StaffActor>,
  applicationId: string,
  isMine: boolean,
): Promise<ReviewAnswer<CaseAtHand>> {
  const row = await store.caseForReview(ctx.db, applicationId);
  if (!row) return refuse({ code: 'not-found' });
  const stage = row.status === 'FIRST_REVIEW' ? 'FIRST' : row.status === 'FINAL_REVIEW' ? 'FINAL' : null;
  if (!isMine || !stage) return refuse({ code: 'not-your-claim' });
  const madeBy = stage === 'FINAL' ? await store.barredFromFinal(ctx.db, row.id) : [];
  authorise(ctx.actor, stage === 'FIRST' ? 'review.first.decide' : 'review.final.decide', {
    madeBy,
    claimedById: row.claimedById,
  });
  if (row.holdSince) return refuse({ code: 'held', reason: row.holdReason ?? '' });
  return ok({ ...row, stage });
}

/** As `atHand`, where the act belongs to one stage only. */
export function atStage<T>(
  ctx: Context<StaffActor>,
  stage: ReviewStage,
  applicationId: string,
  act: (tx: Context<StaffActor>, row: CaseAtHand) => Promise<ReviewAnswer<T>>,
): Promise<ReviewAnswer<T>> {
  return atHand(ctx, applicationId, async (tx, row) =>
    row.stage === stage ? act(tx, row) : refuse({ code: 'not-your-claim' }),
  );
}
