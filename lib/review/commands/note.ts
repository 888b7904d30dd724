import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { formatPart, parsePart } from '@/lib/application/rules/part-keys';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { KeptRegion, Region } from '@/lib/files/rules/region';
import { ok, refuse } from '@/lib/kernel/result';
import { partStands } from '../rules/parts';
import * as store from '../store';
import { atHand, type ReviewAnswer } from './case-at-hand';
import { judged } from './ready-to-decide';
import { usedReasons } from './used-reasons';

/** Remembers that parts of the case were looked at; a case is only returned or decided when all were. */
export function lookAt(
  ctx: Context<StaffActor>,
  input: { applicationId: string; parts: string[] },
): Promise<ReviewAnswer> {
  return atHand(ctx, input.applicationId, async (tx, row) => {
    await store.addLooked(tx.db, row.id, ctx.actor.id, input.parts);
    return ok();
  });
}

/** Records support or not for one talent, with the reason where it is not; may be changed until the case is decided. */
export function decideTalent(
  ctx: Context<StaffActor>,
  input: { applicationId: string; talentId: string; supported: boolean; reason: string | null; reasonIds?: string[] },
): Promise<ReviewAnswer> {
  const { talentId, supported, reason, reasonIds } = input;
  return atHand(ctx, input.applicationId, async (tx, { id, submissionCount, stage }) => {
    const snapshot = await store.submissionOf(tx.db, id, submissionCount);
    if (!snapshot.talents.some((talent) => talent.id === talentId)) return refuse({ code: 'not-found' });
    if (!supported && !reason) return refuse({ code: 'reason-missing' });
    await store.putDecision(tx.db, {
      ...{ applicationId: id, talentId, submissionNumber: submissionCount, stage },
      reviewerId: ctx.actor.id,
      supported,
      reason: supported ? null : reason,
      decidedAt: ctx.now,
    });
    if (!supported) await usedReasons(tx, { id, stage }, reasonIds);
    return ok();
  });
}

/** Pins a comment to a part of the submission; the enterprise sees it when the case is returned. */
export function addComment(
  ctx: Context<StaffActor>,
  input: { applicationId: string; target: string; text: string; reasonIds?: string[]; region?: Region },
): Promise<ReviewAnswer<{ id: string }>> {
  return atHand(ctx, input.applicationId, async (tx, row) => {
    const { snapshot, config } = await judged(tx, row);
    const part = parsePart(input.target);
    const region = input.region && regionIn(input.region, input.target, snapshot);
    if (!part || !partStands(part, snapshot, config) || region === null) return refuse({ code: 'not-found' });
    const id = await store.insertComment(tx.db, {
      ...{ applicationId: row.id, submissionNumber: row.submissionCount, stage: row.stage },
      reviewerId: ctx.actor.id,
      target: input.target,
      text: input.text,
      ...(region && { region }),
      createdAt: ctx.now,
    });
    await usedReasons(tx, row, input.reasonIds);
    return ok({ id });
  });
}

/** A marked place belongs to a file of the very paper that the comment is pinned to; null where it does not. */
function regionIn(region: Region, target: string, { attachments }: SubmissionSnapshot): KeptRegion | null {
  const file = attachments.find(
    ({ fileId, requirementId, talentId }) =>
      fileId === region.fileId && formatPart({ kind: 'attachment', requirementId, talentId }) === target,
  );
  return file ? { ...region, isPdf: file.mediaType === 'application/pdf' } : null;
}

/** Takes back a comment that was not sent yet; whoever holds the case answers for all that a return would send. */
export function withdrawComment(
  ctx: Context<StaffActor>,
  input: { applicationId: string; commentId: string },
): Promise<ReviewAnswer> {
  return atHand(ctx, input.applicationId, async (tx, row) => {
    const isGone = await store.withdrawComment(tx.db, input.commentId, row.id, ctx.now);
    return isGone ? ok() : refuse({ code: 'not-found' });
  });
}
