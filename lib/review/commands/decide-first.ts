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
import { allDecided, allLookedAt, judged } from './ready-to-decide';

type Answer = Result<undefined, ReviewRefusal | CommonRefusal>;

/** 通过，送复审: every part looked at, every talent decided, at least one supported. */
export async function pass(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<Answer> {
  const ready = await firstStageReady(ctx, input.applicationId);
  if (!ready.ok) return ready;
  const { row, supported } = ready.value;
  if (supported === 0) return refuse({ code: 'no-supported-talent' });
  return transact(ctx, async (tx) => {
    const set = { ...NO_CLAIM, firstReviewerId: ctx.actor.id, proposedRejection: false, decisionReason: null };
    const done = await changeStatus(tx, APPLICATION, row, 'pass', { set });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'PASSED', ctx.now);
    return ok();
  });
}

/** 建议不予支持: a refusal always takes two people, so it goes to the final stage as a proposal with its reason. */
export async function proposeRejection(
  ctx: Context<StaffActor>,
  input: { applicationId: string; reason: string },
): Promise<Answer> {
  const ready = await firstStageReady(ctx, input.applicationId);
  if (!ready.ok) return ready;
  const { row } = ready.value;
  return transact(ctx, async (tx) => {
    const set = { ...NO_CLAIM, firstReviewerId: ctx.actor.id, proposedRejection: true, decisionReason: input.reason };
    const done = await changeStatus(tx, APPLICATION, row, 'proposeRejection', { set });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'PROPOSED_REJECTION', ctx.now, input.reason);
    return ok();
  });
}

async function firstStageReady(ctx: Context<StaffActor>, applicationId: string) {
  const found = await caseAtHand(ctx, applicationId);
  if (!found.ok) return found;
  if (found.value.stage !== 'FIRST') return refuse({ code: 'not-your-claim' });
  const facts = await judged(ctx, found.value);
  const looked = await allLookedAt(ctx, found.value, facts);
  if (!looked.ok) return looked;
  const decided = allDecided(facts);
  if (!decided.ok) return decided;
  const supported = [...facts.decisions.values()].filter((decision) => decision.supported).length;
  return ok({ row: found.value, supported });
}
