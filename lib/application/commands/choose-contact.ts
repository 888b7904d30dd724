import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';

export const chooseContactSchema = z.strictObject({ applicationId: z.uuid(), contactId: z.uuid() });

/** Chooses who is told about this application (联系人); one of the enterprise's own that is not retired. */
export async function chooseContact(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof chooseContactSchema>,
): Promise<Result<{ revision: number }, EditingRefusal>> {
  return editing<object, EditingRefusal>(ctx, input.applicationId, async (tx) => {
    const contact = await store.contactToChoose(tx.db, input.contactId, tx.actor.enterpriseId);
    if (!contact) return refuse({ code: 'not-found' });
    await store.saveContact(tx.db, input.applicationId, contact.id);
    return ok({});
  });
}
