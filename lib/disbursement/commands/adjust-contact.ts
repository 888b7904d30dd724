import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { refuse, type Result } from '@/lib/kernel/result';
import type { AdjustContactInput } from '../rules/disbursement.schema';
import type { DisbursementRefusal } from '../rules/refusals';
import { ownerMayAct } from '../rules/standing';
import { forAct } from '../store';
import type { AdvanceRefusal } from './advance';
import { choose } from './choose';
import { usableContact } from './usable';

/** 调整联系人: as `adjustAccount`, for the person who is told and who stands on the receipt. */
export async function adjustContact(
  ctx: Context<EnterpriseActor>,
  input: AdjustContactInput,
): Promise<Result<undefined, DisbursementRefusal | CommonRefusal | AdvanceRefusal>> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const may = ownerMayAct(row, ['AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT']);
  if (!may.ok) return may;
  if (row.contactId === input.contactId) return refuse({ code: 'nothing-changed' });

  return transact(ctx, async (tx) => {
    const contact = await usableContact(tx, input.contactId, row);
    if (!contact.ok) return contact;
    return choose(tx, row, { contactId: input.contactId }, '调整联系人');
  });
}
