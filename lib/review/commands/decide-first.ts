import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { APPLICATION } from '@/lib/application/rules/states';
import { changeStatus } from '@/lib/db/change-status';
import { ok, refuse } from '@/lib/kernel/result';
import * as store from '../store';
import { atStage, type ReviewAnswer } from './case-at-hand';
import { NO_CLAIM } from './claim';
import { allDecided, allLookedAt, judged } from './ready-to-decide';
import { usedReasons } from './used-reasons';

/** 通过，送复审: every part looked at, every talent decided, at least one supported. */
export function pass(ctx: Context<StaffActor>, input: { applicationId: string }): Promise<ReviewAnswer> {
  return atStage(ctx, 'FIRST', input.applicationId, async (tx, row) => {
    const facts = await judged(tx, row);
    const looked = await allLookedAt(tx, row, facts);
    if (!looked.ok) return looked;
    const decided = allDecided(facts);
    if (!decided.ok) return decided;
    if (![...facts.decisions.values()].some(({ supported }) => supported)) {
      return refuse({ code: 'no-supported-talent' });
    }
    const set = {
      ...NO_CLAIM,
      reservedForId: null,
      firstReviewerId: ctx.actor.id,
      proposedRejection: false,
      decisionReason: null,
    };
    const done = await changeStatus(tx, APPLICATION, row, 'pass', { set });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'PASSED', ctx.now);
    return ok();
  });
}

/**
 * 建议不予支持 of the whole case: a refusal always takes two people, so it goes to the final stage as a proposal with
 * its reason. Talents need not be decided one by one, since the ground may lie with the enterprise.
 */
export function proposeRejection(
  ctx: Context<StaffActor>,
  input: { applicationId: string; reason: string; reasonIds?: string[] },
): Promise<ReviewAnswer> {
  const { applicationId, reason, reasonIds } = input;
  return atStage(ctx, 'FIRST', applicationId, async (tx, row) => {
    const looked = await allLookedAt(tx, row, await judged(tx, row));
    if (!looked.ok) return looked;
    const set = {
      ...NO_CLAIM,
      reservedForId: null,
      firstReviewerId: ctx.actor.id,
      proposedRejection: true,
      decisionReason: reason,
    };
    const done = await changeStatus(tx, APPLICATION, row, 'proposeRejection', { set, detail: { note: reason } });
    if (!done.ok) return done;
    await store.closeReview(tx.db, row.id, 'PROPOSED_REJECTION', ctx.now, reason);
    await usedReasons(tx, row, reasonIds);
    return ok();
  });
}
