import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { refuse, type Result } from '@/lib/kernel/result';
import type { AdjustAccountInput } from '../rules/disbursement.schema';
import type { DisbursementRefusal } from '../rules/refusals';
import { ownerMayAct } from '../rules/standing';
import { payableFrom } from '../rules/terms';
import { forAct } from '../store';
import type { AdvanceRefusal } from './advance';
import { choose } from './choose';
import { usableAccount } from './usable';

/**
 * 调整银行账户. Before the confirmation it only chooses; after it, the printed version is voided, its capture link ends and
 * the account is to be confirmed anew. After a payment that failed because of the account it begins the way again.
 * Another account than the confirmed one, or the one paid to last, may be paid only some hours later.
 */
export async function adjustAccount(
  ctx: Context<EnterpriseActor>,
  input: AdjustAccountInput,
): Promise<Result<undefined, DisbursementRefusal | CommonRefusal | AdvanceRefusal>> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const may = ownerMayAct(row, ['AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT']);
  if (!may.ok) return may;
  if (row.bankAccountId === input.bankAccountId) return refuse({ code: 'nothing-changed' });

  return transact(ctx, async (tx) => {
    const account = await usableAccount(tx, input.bankAccountId, row);
    if (!account.ok) return account;
    const notBefore = payableFrom({
      accountCreatedAt: account.value.createdAt,
      // Choosing where nothing stood is no change; taking away the account that was paid to last is one.
      changedAt: row.bankAccountId === null ? null : ctx.now,
      quietHours: row.terms.accountQuietHours,
      now: ctx.now,
    });
    return choose(tx, row, { bankAccountId: input.bankAccountId, notBefore }, '调整银行账户');
  });
}
