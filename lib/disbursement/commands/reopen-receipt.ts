import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { reopenVersion } from '@/lib/receipt/commands/judge';
import { currentReceipt } from '@/lib/receipt/paper-queries';
import { liveOrderOf } from '../payment-store';
import type { FinanceRefusal } from '../rules/refusals';
import { mayAct } from '../rules/standing';
import { forAct, lockDisbursements } from '../store';
import { advance } from './advance';

/**
 * 重新审核收据: what was accepted is looked at again before it is paid, with a reason. Refused while it stands in a
 * payment file, which would otherwise lie about it.
 */
export async function reopenReceipt(
  ctx: Context<StaffActor>,
  input: { readonly disbursementId: string; readonly reason: string },
): Promise<Result<undefined, FinanceRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'disbursement.manage');
  return transact(ctx, async (tx) => {
    await lockDisbursements(tx.db, [input.disbursementId]);
    const row = await forAct(tx.db, input.disbursementId);
    if (!row) return refuse({ code: 'not-found' });
    const may = mayAct({ ...row, hold: null }, ['PAYABLE']);
    if (!may.ok) return may;
    const file = await liveOrderOf(tx.db, row.id);
    if (file) return refuse({ code: 'in-payment-file', file });
    const receipt = await currentReceipt(tx.db, row.id);
    if (!receipt) return refuse({ code: 'somebody-was-faster' });
    const moved = await advance(tx, row, 'reopen', { detail: { reason: input.reason } });
    if (!moved.ok) return moved;
    const opened = await reopenVersion(tx, receipt, input.reason);
    return opened.ok ? ok() : opened;
  });
}
