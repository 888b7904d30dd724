import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus } from '@/lib/db/change-status';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import * as colleagues from '../colleague-store';
import type { answerOpinionSchema, askOpinionSchema, opinionSchema } from '../rules/case.schema';
import { VERDICT_LABELS } from '../rules/labels';
import { OPINION } from '../rules/states';
import { tellColleague } from './tell-colleague';
import { atHand, type ReviewAnswer } from './case-at-hand';

type Reviewer = Context<StaffActor>;

/** 加签: puts a question on the case in hand to a colleague who reviews. The case stays where it is. */
export async function askOpinion(
  ctx: Reviewer,
  { applicationId, ofId, question }: z.infer<typeof askOpinionSchema>,
): Promise<ReviewAnswer<{ id: string; name: string }>> {
  const colleague = (await colleagues.colleaguesOf(ctx.db, ctx.actor.id)).find(({ id }) => id === ofId);
  try {
    return await atHand(ctx, applicationId, async (tx, row) => {
      if (!colleague) return refuse({ code: 'colleague-cannot', name: '该同事' });
      const id = await colleagues.insertOpinion(tx.db, {
        ...{ applicationId: row.id, submissionNumber: row.submissionCount, stage: row.stage },
        ...{ askedById: tx.actor.id, askedOfId: ofId, question, askedAt: tx.now },
      });
      const note = `请${colleague.name}提意见：${question}`;
      const auditId = await onCase(tx, row.id, 'review.askOpinion', '加签', { note, toId: ofId });
      await tellColleague(tx, 'opinion-asked', row.id, auditId);
      return ok({ id, name: colleague.name });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'already-asked', name: colleague?.name ?? '该同事' });
    throw error;
  }
}

/** 答复加签, by whoever was asked and while the case is still at that stage. It decides nothing. */
export async function answerOpinion(
  ctx: Reviewer,
  { opinionId, verdict, answer }: z.infer<typeof answerOpinionSchema>,
): Promise<ReviewAnswer> {
  authorise(ctx.actor, 'queue.read');
  return transact(ctx, async (tx): Promise<ReviewAnswer> => {
    const row = await colleagues.opinionById(tx.db, opinionId);
    if (!row || row.askedOfId !== ctx.actor.id) return refuse({ code: 'not-found' });
    if (row.status !== 'ASKED' || !colleagues.isStanding(row)) return refuse({ code: 'opinion-over' });
    const set = { verdict, answer: answer || null, endedAt: ctx.now };
    const done = await changeStatus(tx, OPINION, row, 'answer', { set });
    if (!done.ok) return done;
    const said = [VERDICT_LABELS[verdict], answer].filter(Boolean).join('：');
    await onCase(tx, row.applicationId, 'review.answerOpinion', '答复加签', { note: said });
    return ok();
  });
}

/** 撤回加签, by whoever asked or holds the case now. */
export async function withdrawOpinion(
  ctx: Reviewer,
  { opinionId }: z.infer<typeof opinionSchema>,
): Promise<ReviewAnswer> {
  authorise(ctx.actor, 'queue.read');
  return transact(ctx, async (tx): Promise<ReviewAnswer> => {
    const row = await colleagues.opinionById(tx.db, opinionId);
    const isTheirs = row && [row.askedById, row.application.claimedById].includes(ctx.actor.id);
    if (!isTheirs) return refuse({ code: 'not-found' });
    if (row.status !== 'ASKED') return refuse({ code: 'opinion-over' });
    const done = await changeStatus(tx, OPINION, row, 'withdraw', { set: { endedAt: ctx.now } });
    return done.ok ? ok() : done;
  });
}

/** Stands in what happened to the case, beside the changes of its status. */
function onCase(
  tx: Reviewer,
  subjectId: string,
  action: string,
  word: string,
  detail: { readonly note: string; readonly toId?: string },
): Promise<string> {
  return writeAudit(tx, { action, word, subjectKind: 'application', subjectId, detail });
}
