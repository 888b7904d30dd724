import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { putSealed, rowsWithEqual } from '@/lib/db/sealed';
import { transact } from '@/lib/db/transact';
import { maskBankAccount } from '@/lib/kernel/mask';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { BankAccountInput } from '../rules/contact.schema';
import type { ContactRefusal } from '../rules/refusals';
import { bankAccountForChange, insertBankAccount, retireBankAccount, useOfBankAccount } from '../store';

/**
 * Adds a bank account (银行账户) or replaces one by a new row; the holder is the enterprise under its present name.
 * A second live entry of the same number is refused. Answers the id to choose from now on.
 */
export async function saveBankAccount(
  ctx: Context<EnterpriseActor>,
  input: BankAccountInput,
): Promise<Result<{ id: string }, ContactRefusal | CommonRefusal>> {
  const before = input.id ? await bankAccountForChange(ctx.db, input.id) : null;
  authorise(ctx.actor, 'accounts.manage', { enterpriseId: before?.enterpriseId ?? ctx.actor.enterpriseId });
  if (input.id && !before) return refuse({ code: 'not-found' });
  if (before?.retiredAt) return refuse({ code: 'retired' });

  return transact(ctx, async (tx) => {
    const equal = await rowsWithEqual(tx, 'bank_account', 'number', input.number);
    for (const id of equal.filter((one) => one !== before?.id)) {
      const other = await bankAccountForChange(tx.db, id);
      if (other?.enterpriseId === ctx.actor.enterpriseId && !other.retiredAt)
        return refuse({ code: 'same-account-exists' });
    }
    const id = newId();
    const maskedNumber = maskBankAccount(input.number);
    await insertBankAccount(tx.db, {
      id,
      enterpriseId: ctx.actor.enterpriseId,
      holder: ctx.actor.enterpriseName,
      bankName: input.bankName,
      cnapsCode: input.cnapsCode,
      maskedNumber,
      createdAt: ctx.now,
    });
    await putSealed(
      tx,
      { table: 'bank_account', column: 'number', rowId: id },
      { clear: input.number, masked: maskedNumber },
    );
    if (before && !(await useOfBankAccount(tx.db, before.id))) await retireBankAccount(tx.db, before.id, ctx.now);
    const word = before ? '修改银行账户' : '新增银行账户';
    await writeAudit(tx, {
      action: 'bankAccount.save',
      word,
      subjectKind: 'bankAccount',
      subjectId: id,
      detail: { replaces: before?.id ?? null },
    });
    return ok({ id });
  });
}
