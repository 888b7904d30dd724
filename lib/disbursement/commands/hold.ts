import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { PUBLIC_STATUS } from '../rules/labels';
import type { FinanceRefusal } from '../rules/refusals';
import { ENDED } from '../rules/standing';
import { forAct, holdDisbursement, unholdDisbursement, type DisbursementForAct } from '../store';
import { dangerousOpen } from '../unmatched-store';
import { tellHold } from './tell-hold';

type Input = { readonly disbursementId: string; readonly reason: string };
type Answer = Result<undefined, FinanceRefusal | CommonRefusal>;

/** 暂停: nothing of this disbursement is paid, printed or submitted until somebody lifts it; its days stand still. The contact is told. */
export async function putHold(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  const row = await rowOf(ctx, input);
  if (!row.ok) return row;
  const { status, holdReason } = row.value;
  if (ENDED.includes(status) && status !== 'PAID')
    return refuse({ code: 'wrong-state', now: PUBLIC_STATUS[status].word });
  if (holdReason) return refuse({ code: 'held', reason: holdReason });
  return transact(ctx, async (tx) => {
    const put = await holdDisbursement(tx.db, row.value.id, input.reason, tx.now, tx.actor.id);
    if (!put) return refuse({ code: 'somebody-was-faster' });
    await tellHold(tx, row.value, 'hold', input.reason);
    return ok();
  });
}

/**
 * 解除暂停, with a reason. Refused while a line of the bank that speaks against our books waits for two people: that
 * hold goes with their word. The contact is told.
 */
export async function liftHold(ctx: Context<StaffActor>, input: Input): Promise<Answer> {
  const row = await rowOf(ctx, input);
  if (!row.ok) return row;
  if (!row.value.holdReason) return refuse({ code: 'somebody-was-faster' });
  return transact(ctx, async (tx) => {
    const open = await dangerousOpen(tx.db, row.value.id);
    if (open > 0) return refuse({ code: 'unmatched-open', open });
    const lifted = await unholdDisbursement(tx.db, row.value.id, tx.now);
    if (!lifted) return refuse({ code: 'somebody-was-faster' });
    await tellHold(tx, row.value, 'unhold', input.reason);
    return ok();
  });
}

async function rowOf(ctx: Context<StaffActor>, input: Input): Promise<Result<DisbursementForAct, CommonRefusal>> {
  authorise(ctx.actor, 'disbursement.hold');
  const row = await forAct(ctx.db, input.disbursementId);
  return row ? ok(row) : refuse({ code: 'not-found' });
}
