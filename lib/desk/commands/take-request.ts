import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { CHANGE_REQUEST } from '@/lib/enterprise/rules/states';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { requestForDesk } from '../store';

/** 开始核对, or 接手核对 from a colleague who is not there: from now on this person alone decides it. */
export async function takeRequest(
  ctx: Context<StaffActor>,
  input: { readonly id: string },
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'desk.read');
  const row = await requestForDesk(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  const event = row.status === 'IN_CHECK' ? 'takeOver' : 'take';
  if (!CHANGE_REQUEST.can(row.status, event))
    return refuse({ code: 'wrong-state', now: CHANGE_STATUS[row.status].word });
  if (event === 'takeOver' && row.takenById === ctx.actor.id) return ok();
  return transact(ctx, async (tx) => {
    const moved = await changeStatus(tx, CHANGE_REQUEST, row, event, {
      set: { takenById: ctx.actor.id, takenAt: ctx.now },
      detail: { number: row.number, ...(event === 'takeOver' ? { from: row.takenById } : {}) },
    });
    return moved.ok ? ok() : moved;
  });
}
