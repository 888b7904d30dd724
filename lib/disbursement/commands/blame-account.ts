import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { mayAct } from '../rules/standing';
import { forAct, setIfUnchanged } from '../store';

/**
 * After a payment that failed and whose code says nothing of the account: finance has found out, by asking the bank, that
 * the account is the reason. From now on the enterprise has the button that mends it, and is told why.
 */
export async function blameAccount(
  ctx: Context<StaffActor>,
  input: { readonly disbursementId: string; readonly reason: string },
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'payment.make');
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  const may = mayAct({ ...row, hold: null }, ['PAYMENT_FAILED']);
  if (!may.ok) return may;
  if (row.failureCause === 'account') return refuse({ code: 'somebody-was-faster' });
  const { reason } = input;
  return transact(ctx, async (tx) => {
    const set = { failureReason: reason, failureCause: 'account', lastActAt: tx.now };
    if (!(await setIfUnchanged(tx.db, row, set))) return refuse({ code: 'somebody-was-faster' });
    const subject = { subjectKind: 'disbursement', subjectId: row.id };
    const detail = { reason, before: row.failureReason };
    const auditId = await writeAudit(tx, {
      ...{ action: 'disbursement.blameAccount', word: '核实原因在账户', ...subject, detail },
    });
    await enqueue(tx.db, 'tell', { kind: 'payment-failed', ...subject, auditId }, { key: `tell ${auditId}` });
    return ok();
  });
}
