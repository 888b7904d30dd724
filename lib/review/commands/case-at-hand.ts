import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import type { ReviewRefusal } from '../rules/refusals';
import * as store from '../store';

export type CaseAtHand = store.CaseForReview & { readonly stage: 'FIRST' | 'FINAL' };

/** The case that this reviewer holds, with its stage. Everything a reviewer does begins here. */
export async function caseAtHand(
  ctx: Context<StaffActor>,
  applicationId: string,
): Promise<Result<CaseAtHand, ReviewRefusal | CommonRefusal>> {
  const row = await store.caseForReview(ctx.db, applicationId);
  if (!row) return refuse({ code: 'not-found' });
  const stage = row.status === 'FIRST_REVIEW' ? 'FIRST' : row.status === 'FINAL_REVIEW' ? 'FINAL' : null;
  if (!stage || row.claimedById !== ctx.actor.id) return refuse({ code: 'not-your-claim' });
  const madeBy = stage === 'FINAL' ? await store.firstStageDeciders(ctx.db, row.id) : [];
  authorise(ctx.actor, stage === 'FIRST' ? 'review.first.decide' : 'review.final.decide', {
    madeBy,
    claimedById: row.claimedById,
  });
  if (row.holdSince) return refuse({ code: 'held', reason: row.holdReason ?? '' });
  return ok({ ...row, stage });
}
