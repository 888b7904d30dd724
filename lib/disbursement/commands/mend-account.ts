import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { tellPayeeChanged } from '@/lib/access/commands/tell-administrator';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { AdjustAccountInput } from '../rules/disbursement.schema';
import type { DisbursementRefusal } from '../rules/refusals';
import { ownerMayAct } from '../rules/standing';
import { payableFrom } from '../rules/terms';
import { forAct } from '../store';
import { advance, type AdvanceRefusal } from './advance';
import { usableAccount } from './usable';

/**
 * After a payment that the bank did not make: the enterprise chooses the account to be paid to, the paper is voided, and
 * the way goes on from the confirmation. The same account may be chosen, where the bank has put right what was wrong.
 */
export async function mendAccount(
  ctx: Context<EnterpriseActor>,
  input: AdjustAccountInput,
): Promise<Result<undefined, DisbursementRefusal | CommonRefusal | AdvanceRefusal>> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const may = ownerMayAct(row, ['PAYMENT_FAILED']);
  if (!may.ok) return may;
  return transact(ctx, async (tx) => {
    const account = await usableAccount(tx, input.bankAccountId, row);
    if (!account.ok) return account;
    const isAnother = row.bankAccountId !== input.bankAccountId;
    const notBefore = payableFrom({
      accountCreatedAt: account.value.createdAt,
      changedAt: isAnother ? ctx.now : null,
      quietHours: row.terms.accountQuietHours,
      now: ctx.now,
    });
    const done = await advance(tx, row, 'mendAccount', {
      set: { bankAccountId: input.bankAccountId, notBefore },
      detail: { before: { bankAccountId: row.bankAccountId, contactId: row.contactId } },
    });
    if (!done.ok) return done;
    if (isAnother) await tellPayeeChanged(tx, { ...row, about: `${row.id} ${row.version}` });
    return ok();
  });
}
