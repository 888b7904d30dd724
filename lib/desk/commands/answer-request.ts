import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { CHANGE_REQUEST } from '@/lib/enterprise/rules/states';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { DeskRefusal } from '../rules/refusals';
import { requestInHand } from './request-in-hand';

type Input = { readonly id: string; readonly reason: string };
type Answer = Result<undefined, DeskRefusal | CommonRefusal>;

/** 不同意变更: nothing changes; the reason goes to the enterprise. */
export function refuseRequest(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  return answer(ctx, input, 'refuse');
}

/** 退回补正: the enterprise mends what the reason names and hands the same request in again. */
export function returnRequest(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  return answer(ctx, input, 'return');
}

async function answer(ctx: Context<StaffActor>, input: Input, event: 'refuse' | 'return'): Promise<Answer> {
  const found = await requestInHand(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  if (event === 'return' && row.kind === 'PASSWORD_RESET') return refuse({ code: 'reset-cannot-return' });
  const { reason } = input;
  return transact(ctx, async (tx) => {
    const moved = await changeStatus(tx, CHANGE_REQUEST, row, event, {
      set: { answer: reason, decidedById: ctx.actor.id, decidedAt: ctx.now },
      detail: { number: row.number, kind: row.kind, reason },
    });
    return moved.ok ? ok() : moved;
  });
}
