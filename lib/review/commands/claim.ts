import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ReviewRefusal } from '../rules/refusals';
import * as store from '../store';

type Answer = Result<undefined, ReviewRefusal | CommonRefusal>;

/**
 * Takes a case to review it: a lease, renewed while the page is open. Nobody who decided any version at the first
 * stage may take it at the final one; a case reserved for an active colleague is left to them.
 */
export async function claim(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<Answer> {
  const row = await store.caseForReview(ctx.db, input.applicationId);
  if (!row) return refuse({ code: 'not-found' });
  if (row.claimedById === ctx.actor.id) return ok();
  if (row.claimedById) return refuse({ code: 'claimed-by-other' });
  const stage = row.status === 'SUBMITTED' ? 'FIRST' : row.status === 'AWAITING_FINAL' ? 'FINAL' : null;
  if (!stage) return refuse({ code: 'somebody-was-faster' });
  authorise(ctx.actor, stage === 'FIRST' ? 'review.first' : 'queue.read');
  const madeBy = await store.firstStageDeciders(ctx.db, row.id);
  if (stage === 'FINAL') {
    if (madeBy.includes(ctx.actor.id)) return refuse({ code: 'first-cannot-be-final' });
    authorise(ctx.actor, 'review.final', { madeBy });
  }
  if (
    row.reservedForId &&
    row.reservedForId !== ctx.actor.id &&
    (await store.isActiveReviewer(ctx.db, row.reservedForId))
  ) {
    return refuse({ code: 'claimed-by-other' });
  }
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, APPLICATION, row, stage === 'FIRST' ? 'claimFirst' : 'claimFinal', {
      set: {
        claimedById: ctx.actor.id,
        claimedAt: ctx.now,
        claimSeenAt: ctx.now,
        claimedThisVersion: true,
        reservedForId: null,
      },
    });
    if (!done.ok) return done;
    await store.openReview(tx.db, {
      applicationId: row.id,
      submissionNumber: row.submissionCount,
      stage,
      reviewerId: ctx.actor.id,
      startedAt: ctx.now,
    });
    return ok();
  });
}

/** Gives a case back to the queue; what was decided so far stays as the next reviewer's proposal. */
export async function release(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<Answer> {
  const row = await store.caseForReview(ctx.db, input.applicationId);
  if (!row) return refuse({ code: 'not-found' });
  if (row.claimedById !== ctx.actor.id) return refuse({ code: 'not-your-claim' });
  return transact(ctx, async (tx) => {
    const event = row.status === 'FIRST_REVIEW' ? 'releaseFirst' : 'releaseFinal';
    const done = await changeStatus(tx, APPLICATION, row, event, { set: NO_CLAIM });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'RELEASED', ctx.now);
    return ok();
  });
}

/** The sign of life of an open page; refuses when the claim has lapsed or passed to somebody else. */
export async function renewClaim(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<Answer> {
  authorise(ctx.actor, 'queue.read');
  const mine = await store.touchClaim(ctx.db, input.applicationId, ctx.actor.id, ctx.now);
  return mine ? ok() : refuse({ code: 'not-your-claim' });
}

/** What is written to a case whose claim ends. */
export const NO_CLAIM = { claimedById: null, claimedAt: null, claimSeenAt: null } as const;
