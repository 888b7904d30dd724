import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { DisbursementRefusal } from '../rules/refusals';
import { mayAct } from '../rules/standing';
import { forAct } from '../store';
import { advance, type AdvanceRefusal } from './advance';

/**
 * After a payment that failed for the bank's own reasons: payable again on the same receipt. Where the account was the
 * reason it is refused, since the same order would fail again.
 */
export async function retryPayment(
  ctx: Context<StaffActor>,
  input: { readonly disbursementId: string },
): Promise<Result<undefined, DisbursementRefusal | CommonRefusal | AdvanceRefusal>> {
  authorise(ctx.actor, 'payment.make');
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  const may = mayAct(row, ['PAYMENT_FAILED']);
  if (!may.ok) return may;
  if (row.failureCause === 'account') return refuse({ code: 'cause-is-account', reason: row.failureReason ?? '' });
  return transact(ctx, async (tx) => {
    const done = await advance(tx, row, 'retry', { set: { failureReason: null, failureCause: null } });
    return done.ok ? ok() : done;
  });
}
