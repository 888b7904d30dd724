import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { PUBLIC_STATUS } from '../rules/labels';
import type { FinanceRefusal } from '../rules/refusals';
import { BEFORE_REVIEW } from '../rules/standing';
import { forAct } from '../store';
import { wasAtBank } from '../unmatched-store';
import { advance } from './advance';

/**
 * Takes a disbursement out of its batch (移出批次) before its receipt is in: the money is free again, the case may be
 * batched anew, and the enterprise is told why. Refused while it is held, since the next one of the case would not be, and
 * once an order of it was at the bank, since a payment that the bank reports late could not be booked any more.
 */
export async function leaveBatch(
  ctx: Context<StaffActor>,
  input: { readonly disbursementId: string; readonly reason: string },
): Promise<Result<undefined, FinanceRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'disbursement.manage');
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  if (!BEFORE_REVIEW.includes(row.status)) return refuse({ code: 'wrong-state', now: PUBLIC_STATUS[row.status].word });
  if (row.holdReason) return refuse({ code: 'held', reason: row.holdReason });
  if (await wasAtBank(ctx.db, row.id)) return refuse({ code: 'was-at-bank' });
  return transact(ctx, async (tx) => {
    const done = await advance(tx, row, 'leaveBatch', { detail: { reason: input.reason } });
    return done.ok ? ok() : done;
  });
}
