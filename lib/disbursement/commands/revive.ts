import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { refuse, type Result } from '@/lib/kernel/result';
import type { FinanceRefusal } from '../rules/refusals';
import { isBankHold } from '../rules/holds';
import { mayAct } from '../rules/standing';
import { forAct } from '../store';
import { advance } from './advance';
import { applyRecordedStops } from './apply-recorded-stops';

/**
 * 恢复拨付: a lapsed disbursement begins again at the proofs, with a reason. The money, the room under the cap and the
 * persons were free meanwhile, so each of them must be there still. A hold that a bank's result put on does not stand
 * against it and stays: only so can the books follow a bank that has paid after all.
 */
export async function revive(
  ctx: Context<StaffActor>,
  input: { readonly disbursementId: string; readonly reason: string },
): Promise<Result<undefined, FinanceRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'disbursement.manage');
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  const may = mayAct(isBankHold(row.holdReason) ? { ...row, hold: row.holdAround } : row, ['LAPSED']);
  if (!may.ok) return may;
  return transact(ctx, async (tx) => {
    const done = await advance(tx, row, 'revive', { set: { openedAt: tx.now }, detail: { reason: input.reason } });
    return done.ok ? applyRecordedStops(tx, row.id) : done;
  });
}
