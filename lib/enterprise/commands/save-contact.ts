import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { putSealed } from '@/lib/db/sealed';
import { transact } from '@/lib/db/transact';
import { maskEmail, maskMobile } from '@/lib/kernel/mask';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ContactInput } from '../rules/contact.schema';
import type { ContactRefusal } from '../rules/refusals';
import { contactForChange, insertContact, retireContact, useOfContact } from '../store';

/**
 * Adds a contact (联系人), or replaces one: a changed contact is a new row, so that what was issued keeps what it was
 * issued with. The old one is retired unless an open case still uses it. Answers the id to choose from now on.
 */
export async function saveContact(
  ctx: Context<EnterpriseActor>,
  input: ContactInput,
): Promise<Result<{ id: string }, ContactRefusal | CommonRefusal>> {
  const before = input.id ? await contactForChange(ctx.db, input.id) : null;
  authorise(ctx.actor, 'contacts.manage', { enterpriseId: before?.enterpriseId ?? ctx.actor.enterpriseId });
  if (input.id && !before) return refuse({ code: 'not-found' });
  if (before?.retiredAt) return refuse({ code: 'retired' });

  return transact(ctx, async (tx) => {
    const id = newId();
    await insertContact(tx.db, {
      id,
      enterpriseId: ctx.actor.enterpriseId,
      name: input.name,
      position: input.position || null,
      maskedMobile: maskMobile(input.mobile),
      maskedEmail: maskEmail(input.email),
      createdAt: ctx.now,
    });
    const place = { table: 'contact', rowId: id };
    await putSealed(tx, { ...place, column: 'mobile' }, { clear: input.mobile, masked: maskMobile(input.mobile) });
    await putSealed(tx, { ...place, column: 'email' }, { clear: input.email, masked: maskEmail(input.email) });
    if (before && !(await useOfContact(tx.db, before.id))) await retireContact(tx.db, before.id, ctx.now);
    const word = before ? '修改联系人' : '新增联系人';
    await writeAudit(tx, {
      action: 'contact.save',
      word,
      subjectKind: 'contact',
      subjectId: id,
      detail: { replaces: before?.id ?? null },
    });
    return ok({ id });
  });
}
