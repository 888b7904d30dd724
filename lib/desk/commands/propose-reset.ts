import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { CHANGE_REQUEST } from '@/lib/enterprise/rules/states';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { calleesOf, insertResetCheck } from '../reset-store';
import type { DeskRefusal } from '../rules/refusals';
import { isCallInTime, type ProposeResetInput } from '../rules/reset-check';
import { requestInHand } from './request-in-hand';

/**
 * 提请复核: the officer who holds a 密码重置 called a number on record back, writes down how, and proposes the reset.
 * Nothing changes by it; another officer confirms.
 */
export async function proposeReset(
  ctx: Context<StaffActor>,
  input: ProposeResetInput,
): Promise<Result<undefined, DeskRefusal | CommonRefusal>> {
  const found = await requestInHand(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  if (row.kind !== 'PASSWORD_RESET') return refuse({ code: 'not-found' });
  const callee = (await calleesOf(ctx.db, row.enterpriseId)).find(({ key }) => key === input.callee);
  if (!callee) return refuse({ code: 'callee-unknown' });
  const { calledAt, spokenTo, asked, note } = input;
  if (!isCallInTime(calledAt, row.submittedAt ?? row.createdAt, ctx.now)) return refuse({ code: 'call-out-of-time' });
  return transact(ctx, async (tx) => {
    await insertResetCheck(tx.db, {
      ...{ id: newId(), requestId: row.id, byId: tx.actor.id, at: tx.now },
      ...{ callee: callee.key, calleeName: callee.who, maskedNumber: callee.number },
      ...{ calledAt, spokenTo, asked, note: note || null },
    });
    const moved = await changeStatus(tx, CHANGE_REQUEST, row, 'propose', {
      set: { proposedById: tx.actor.id, proposedAt: tx.now },
      detail: { number: row.number, callee: callee.key, calledAt, asked },
    });
    return moved.ok ? ok() : moved;
  });
}
