import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ReviewRefusal } from '../rules/refusals';
import * as store from '../store';
import { caseAtHand } from './case-at-hand';

type Answer<T = undefined> = Result<T, ReviewRefusal | CommonRefusal>;

/** Remembers that parts of the case were looked at; a case is only returned or decided when all were. */
export async function lookAt(
  ctx: Context<StaffActor>,
  input: { applicationId: string; parts: string[] },
): Promise<Answer> {
  const found = await caseAtHand(ctx, input.applicationId);
  if (!found.ok) return found;
  await store.addLooked(ctx.db, found.value.id, ctx.actor.id, input.parts);
  return ok();
}

/** Records support or not for one talent, with the reason where it is not; may be changed until the case is decided. */
export async function decideTalent(
  ctx: Context<StaffActor>,
  input: { applicationId: string; talentId: string; supported: boolean; reason: string | null },
): Promise<Answer> {
  const found = await caseAtHand(ctx, input.applicationId);
  if (!found.ok) return found;
  const { id, submissionCount, stage } = found.value;
  const snapshot = await store.submissionOf(ctx.db, id, submissionCount);
  if (!snapshot.talents.some((talent) => talent.id === input.talentId)) return refuse({ code: 'not-found' });
  if (!input.supported && !input.reason) return refuse({ code: 'reason-missing' });
  await store.putDecision(ctx.db, {
    applicationId: id,
    talentId: input.talentId,
    submissionNumber: submissionCount,
    stage,
    reviewerId: ctx.actor.id,
    supported: input.supported,
    reason: input.supported ? null : input.reason,
    decidedAt: ctx.now,
  });
  return ok();
}

/** Pins a comment to a part; the enterprise sees it when the case is returned. */
export async function addComment(
  ctx: Context<StaffActor>,
  input: { applicationId: string; target: string; text: string },
): Promise<Answer<{ id: string }>> {
  const found = await caseAtHand(ctx, input.applicationId);
  if (!found.ok) return found;
  const { id: applicationId, submissionCount: submissionNumber, stage } = found.value;
  const row = {
    applicationId,
    submissionNumber,
    stage,
    reviewerId: ctx.actor.id,
    target: input.target,
    text: input.text,
    createdAt: ctx.now,
  };
  return ok({ id: await store.insertComment(ctx.db, row) });
}

/** Takes back one's own comment that was not sent yet. */
export async function withdrawComment(ctx: Context<StaffActor>, input: { commentId: string }): Promise<Answer> {
  authorise(ctx.actor, 'queue.read');
  const gone = await store.withdrawComment(ctx.db, input.commentId, ctx.actor.id, ctx.now);
  return gone ? ok() : refuse({ code: 'not-found' });
}
