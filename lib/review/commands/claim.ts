import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import type { ReviewStage } from '../rules/labels';
import { claimUntil } from '../rules/lease';
import { staffByIds } from '../reading-store';
import * as store from '../store';
import type { ReviewAnswer } from './case-at-hand';

/**
 * Takes a case to review it: a lease, renewed while the page is open. Nobody who decided any version at the first
 * stage may take it at the final one, nor after 复核申请 who refused it; a case kept for an active colleague is left to them; a held one to nobody.
 */
export async function claim(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<ReviewAnswer> {
  authorise(ctx.actor, 'queue.read');
  const row = await store.caseForReview(ctx.db, input.applicationId);
  if (!row) return refuse({ code: 'not-found' });
  if (row.claimedById === ctx.actor.id) return ok();
  if (row.claimedById) return claimedByOther(ctx, row);
  const stage = row.status === 'SUBMITTED' ? 'FIRST' : row.status === 'AWAITING_FINAL' ? 'FINAL' : null;
  if (!stage) return refuse({ code: 'somebody-was-faster' });
  const allowed = await mayTake(ctx, row, stage);
  return allowed.ok ? take(ctx, row, stage) : allowed;
}

async function mayTake(ctx: Context<StaffActor>, row: store.CaseForReview, stage: ReviewStage): Promise<ReviewAnswer> {
  const madeBy = stage === 'FINAL' ? await store.firstStageDeciders(ctx.db, row.id) : [];
  if (madeBy.includes(ctx.actor.id)) return refuse({ code: 'first-cannot-be-final' });
  const refusers = stage === 'FINAL' ? await store.refusersOf(ctx.db, row.id) : [];
  if (refusers.includes(ctx.actor.id)) return refuse({ code: 'refused-it-before' });
  authorise(ctx.actor, stage === 'FIRST' ? 'review.first' : 'review.final', { madeBy });
  if (row.holdSince) return refuse({ code: 'held', reason: row.holdReason ?? '' });
  if (!row.reservedForId || row.reservedForId === ctx.actor.id) return ok();
  const keeper = (await staffByIds(ctx.db, [row.reservedForId])).get(row.reservedForId);
  return keeper?.isActive ? refuse({ code: 'kept-for-other', name: keeper.displayName }) : ok();
}

async function take(ctx: Context<StaffActor>, row: store.CaseForReview, stage: ReviewStage): Promise<ReviewAnswer> {
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

async function claimedByOther(ctx: Context<StaffActor>, row: store.CaseForReview): Promise<ReviewAnswer> {
  const people = await staffByIds(ctx.db, [row.claimedById]);
  const until = row.claimSeenAt ? claimUntil(row.claimSeenAt) : undefined;
  return refuse({ code: 'claimed-by-other', by: people.get(row.claimedById ?? '')?.displayName, until });
}

/** Gives a case back to the queue; what was decided so far stays as the next reviewer's proposal. */
export async function release(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<ReviewAnswer> {
  authorise(ctx.actor, 'queue.read');
  const row = await store.caseForReview(ctx.db, input.applicationId);
  if (!row) return refuse({ code: 'not-found' });
  if (row.claimedById !== ctx.actor.id) return refuse({ code: 'not-your-claim' });
  return transact(ctx, async (tx) => {
    const event = row.status === 'FIRST_REVIEW' ? 'releaseFirst' : 'releaseFinal';
    const done = await changeStatus(tx, APPLICATION, row, event, { set: { ...NO_CLAIM, reservedForId: null } });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'RELEASED', ctx.now);
    return ok();
  });
}

/** The sign of life of an open page: until when the claim holds now. Refuses when it has passed to the queue or others. */
export async function renewClaim(
  ctx: Context<StaffActor>,
  input: { applicationId: string },
): Promise<ReviewAnswer<{ until: Date }>> {
  authorise(ctx.actor, 'queue.read');
  const isMine = await store.touchClaim(ctx.db, input.applicationId, ctx.actor.id, ctx.now);
  return isMine ? ok({ until: claimUntil(ctx.now) }) : refuse({ code: 'not-your-claim' });
}

/** What is written to a case whose claim ends. For whom it is kept is left as it is: a lapsed one that was handed over. */
export const NO_CLAIM = { claimedById: null, claimedAt: null, claimSeenAt: null } as const;
