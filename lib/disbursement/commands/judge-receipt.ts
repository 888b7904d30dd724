import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { judgeVersion, openPhotograph } from '@/lib/receipt/commands/judge';
import { currentReceipt, submittedPhotograph } from '@/lib/receipt/paper-queries';
import type { BudgetShort } from '../rules/refusals';
import type { ReceiptRefusal } from '../rules/receipt-refusals';
import { forAct } from '../store';
import { advance } from './advance';

type Answer = Result<undefined, ReceiptRefusal | BudgetShort | CommonRefusal>;

/** The photograph on the officer's screen: what is done is done to this one, or refused. */
type Seen = { readonly disbursementId: string; readonly photographId: string };

/** Opens a submitted receipt for judging; from then on the enterprise cannot take it back. */
export async function openReceipt(ctx: Context<StaffActor>, input: Seen): Promise<Answer> {
  const found = await atHand(ctx, input);
  if (!found.ok) return found;
  const { photograph, receipt } = found.value;
  return transact(ctx, async (tx) => {
    await openPhotograph(tx, receipt.id, photograph.id);
    return ok();
  });
}

/** 收据通过: a person says that the paper is right; from now on it can be paid. Refused for a photograph nobody opened. */
export async function acceptReceipt(ctx: Context<StaffActor>, input: Seen): Promise<Answer> {
  const found = await atHand(ctx, input);
  if (!found.ok) return found;
  const { row, photograph, receipt } = found.value;
  if (!photograph.openedAt) return refuse({ code: 'photograph-unopened' });
  if (row.hold) return refuse({ code: 'held', reason: row.hold });
  return transact(ctx, async (tx) => {
    const moved = await advance(tx, row, 'accept', {
      detail: { receipt: receipt.number, version: receipt.versionNumber },
    });
    return moved.ok ? judgeVersion(tx, receipt, photograph.id, { decision: 'ACCEPTED' }) : moved;
  });
}

/** 退回收据: the paper stays valid, it is to be photographed again; the reason goes to the enterprise. */
export async function returnReceipt(
  ctx: Context<StaffActor>,
  input: Seen & { readonly reason: string },
): Promise<Answer> {
  const found = await atHand(ctx, input);
  if (!found.ok) return found;
  if (!input.reason) return refuse({ code: 'return-reason-missing' });
  const { row, photograph, receipt } = found.value;
  return transact(ctx, async (tx) => {
    const moved = await advance(tx, row, 'returnReceipt', {
      detail: { receipt: receipt.number, reason: input.reason },
    });
    return moved.ok ? judgeVersion(tx, receipt, photograph.id, { decision: 'RETURNED', reason: input.reason }) : moved;
  });
}

async function atHand(ctx: Context<StaffActor>, { disbursementId, photographId }: Seen) {
  const row = await forAct(ctx.db, disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'receipt.judge', row);
  const receipt = await currentReceipt(ctx.db, row.id);
  const photograph = receipt ? await submittedPhotograph(ctx.db, receipt.id) : null;
  if (!receipt || !photograph || row.status !== 'RECEIPT_REVIEW') return refuse({ code: 'somebody-was-faster' });
  if (photographId !== photograph.id) return refuse({ code: 'photograph-replaced' });
  return ok({ row, receipt, photograph });
}
