import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { acceptReceipt, openReceipt } from '@/lib/disbursement/commands/judge-receipt';
import type { ReceiptRefusal } from '@/lib/disbursement/rules/receipt-refusals';
import type { BudgetShort } from '@/lib/disbursement/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { photographById } from '@/lib/receipt/paper-queries';
import type { OpenFirst } from '../rules/refusals';
import { receiptSheet } from '../sheet-queries';

type Answer = Result<undefined, OpenFirst | ReceiptRefusal | BudgetShort | CommonRefusal>;

/**
 * 接受 of one receipt out of the list, in a transaction of its own: the photograph that was looked at, if nothing asks
 * for opening it by itself. It counts as opened and accepted; a second time it finds the first one done.
 */
export async function acceptClean(
  ctx: Context<StaffActor>,
  input: { readonly disbursementId: string; readonly photographId: string },
): Promise<Answer> {
  authorise(ctx.actor, 'receipt.judge');
  const sheet = await receiptSheet(ctx, input);
  if (!sheet) return (await isMine(ctx, input)) ? ok() : refuse({ code: 'somebody-was-faster' });
  if (sheet.causes.length > 0) return refuse({ code: 'open-first', causes: sheet.causes });
  return transact(ctx, async (tx): Promise<Answer> => {
    const opened = await openReceipt(tx, input);
    return opened.ok ? acceptReceipt(tx, input) : opened;
  });
}

/** Whether this person accepted this very photograph already and the answer did not arrive. */
async function isMine(
  ctx: Context<StaffActor>,
  { disbursementId, photographId }: { readonly disbursementId: string; readonly photographId: string },
): Promise<boolean> {
  const row = await photographById(ctx.db, photographId);
  const isAccepted = row?.decision === 'ACCEPTED' && row.decidedById === ctx.actor.id;
  return isAccepted && row.receipt.disbursementId === disbursementId;
}
