import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ContactInput } from '../rules/contact.schema';
import type { ContactRefusal } from '../rules/refusals';
import { contactForChange, retireContact, useOfContact } from '../store';
import { addContact } from './add-contact';

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
    const { name, mobile, email } = input;
    const of = { enterpriseId: ctx.actor.enterpriseId, name, position: input.position || null };
    const id = await addContact(tx, { ...of, mobile, email });
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
