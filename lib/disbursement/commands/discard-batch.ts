import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { batchForAct, openInBatch } from '../batch-store';
import { BATCH_STATUS } from '../rules/labels';
import { BATCH } from '../rules/money-states';
import type { FinanceRefusal } from '../rules/refusals';
import { unexplainedInBatch } from '../unmatched-store';

type Answer = Result<undefined, FinanceRefusal | CommonRefusal>;

/** Throws a draft batch away; its cases may go into another one. */
export async function discardBatch(ctx: Context<StaffActor>, input: { batchId: string }): Promise<Answer> {
  authorise(ctx.actor, 'batch.make');
  const batch = await batchForAct(ctx.db, input.batchId);
  if (!batch) return refuse({ code: 'not-found' });
  if (batch.status !== 'DRAFT') return refuse({ code: 'wrong-state', now: BATCH_STATUS[batch.status].word });
  return transact(ctx, async (tx) => {
    const done = await changeStatus(tx, BATCH, batch, 'discard');
    return done.ok ? ok() : done;
  });
}

/** Closes a released batch in which everything is paid or ended, and every line of the bank is explained. */
export async function closeBatch(ctx: Context<StaffActor>, input: { batchId: string }): Promise<Answer> {
  const batch = await batchForAct(ctx.db, input.batchId);
  if (!batch) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'batch.release', { madeBy: [batch.makerId] });
  if (batch.status !== 'RELEASED') return refuse({ code: 'wrong-state', now: BATCH_STATUS[batch.status].word });
  return transact(ctx, async (tx) => {
    const open = await openInBatch(tx.db, batch.id);
    if (open > 0) return refuse({ code: 'batch-still-open', open });
    const unexplained = await unexplainedInBatch(tx.db, batch.id);
    if (unexplained > 0) return refuse({ code: 'unmatched-open', open: unexplained });
    const done = await changeStatus(tx, BATCH, batch, 'close');
    return done.ok ? ok() : done;
  });
}
