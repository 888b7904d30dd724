import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { changeById } from '../change-store';
import { CHANGE_STATUS } from '../rules/change-labels';
import { CHANGE_REQUEST } from '../rules/states';

/** 撤回请求: while nobody has begun to check it, or after it was returned, or while it is being written. */
export async function withdrawChange(
  ctx: Context<EnterpriseActor>,
  input: { readonly id: string },
): Promise<Result<undefined, CommonRefusal>> {
  const row = await changeById(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'change.request', row);
  const { status } = row;
  if (!CHANGE_REQUEST.can(status, 'withdraw')) return refuse({ code: 'wrong-state', now: CHANGE_STATUS[status].word });
  return transact(ctx, async (tx) => {
    const moved = await changeStatus(tx, CHANGE_REQUEST, row, 'withdraw', { set: { decidedAt: ctx.now } });
    return moved.ok ? ok() : moved;
  });
}
