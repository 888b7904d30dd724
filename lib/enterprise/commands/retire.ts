import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ContactRefusal } from '../rules/refusals';
import * as store from '../store';

type Answer = Result<undefined, ContactRefusal | CommonRefusal>;

/** Takes a contact off the list (停用); refused while an open case uses it. Stays readable on what was issued. */
export async function retireContact(ctx: Context<EnterpriseActor>, input: { id: string }): Promise<Answer> {
  const contact = await store.contactForChange(ctx.db, input.id);
  if (!contact) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'contacts.manage', contact);
  const by = await store.useOfContact(ctx.db, contact.id);
  if (by) return refuse({ code: 'in-use', by });
  return transact(ctx, async (tx) => {
    await store.retireContact(tx.db, contact.id, ctx.now);
    await writeAudit(tx, {
      action: 'contact.retire',
      word: '停用联系人',
      subjectKind: 'contact',
      subjectId: contact.id,
    });
    return ok();
  });
}

/** Takes a bank account off the list (停用); refused while an open disbursement uses it. */
export async function retireBankAccount(ctx: Context<EnterpriseActor>, input: { id: string }): Promise<Answer> {
  const account = await store.bankAccountForChange(ctx.db, input.id);
  if (!account) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'accounts.manage', account);
  const by = await store.useOfBankAccount(ctx.db, account.id);
  if (by) return refuse({ code: 'in-use', by });
  return transact(ctx, async (tx) => {
    await store.retireBankAccount(tx.db, account.id, ctx.now);
    await writeAudit(tx, {
      action: 'bankAccount.retire',
      word: '停用银行账户',
      subjectKind: 'bankAccount',
      subjectId: account.id,
    });
    return ok();
  });
}
