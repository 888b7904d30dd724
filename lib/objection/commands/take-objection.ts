import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { noticeTerms } from '../notice-terms';
import { OBJECTION_STATUS } from '../rules/labels';
import { OBJECTION, type ObjectionEvent } from '../rules/states';
import { decideBy } from '../rules/terms';
import { objectionForAct, type ObjectionForAct } from '../store';
import { lift } from './hold-objection';

type Answer = Result<undefined, CommonRefusal>;

/** 受理: from now on it is looked into, and the days for a decision run. */
export async function acceptObjection(ctx: Context<StaffActor>, input: { readonly id: string }): Promise<Answer> {
  authorise(ctx.actor, 'objection.handle');
  const found = await standing(ctx, input.id, 'handle');
  if (!found.ok) return found;
  const row = found.value;
  const decideDueOn = decideBy(await noticeTerms(ctx, row.noticeId), ctx.now);
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, OBJECTION, row, 'handle', {
      set: { takenById: ctx.actor.id, takenAt: ctx.now, decideDueOn },
      detail: { number: row.number },
    });
    return done.ok ? ok() : done;
  });
}

/** 不予受理, with the reason that whoever objected is told: no facts, not about this notice. */
export async function notAcceptObjection(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly answer: string },
): Promise<Answer> {
  authorise(ctx.actor, 'objection.handle');
  const found = await standing(ctx, input.id, 'notAccept');
  if (!found.ok) return found;
  const row = found.value;
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, OBJECTION, row, 'notAccept', {
      set: { answer: input.answer, decidedById: ctx.actor.id, decidedAt: ctx.now },
      detail: { number: row.number },
    });
    if (!done.ok) return done;
    await lift(tx, row);
    return ok();
  });
}

export async function standing(
  ctx: Context,
  id: string,
  event: ObjectionEvent,
): Promise<Result<ObjectionForAct, CommonRefusal>> {
  const row = await objectionForAct(ctx.db, id);
  if (!row) return refuse({ code: 'not-found' });
  return OBJECTION.can(row.status, event)
    ? ok(row)
    : refuse({ code: 'wrong-state', now: OBJECTION_STATUS[row.status].word });
}
