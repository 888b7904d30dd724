import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { markDecided, markOpened, submittedPhotograph } from '@/lib/receipt/photograph-store';
import { RECEIPT } from '@/lib/receipt/rules/states';
import { currentReceipt } from '@/lib/receipt/store';
import type { BudgetShort } from '../rules/refusals';
import type { ReceiptRefusal } from '../rules/receipt-refusals';
import { forAct } from '../store';
import { advance } from './advance';

type Answer = Result<undefined, ReceiptRefusal | BudgetShort | CommonRefusal>;

/** Opens a submitted receipt for judging; from then on the enterprise cannot take it back. */
export async function openReceipt(ctx: Context<StaffActor>, input: { disbursementId: string }): Promise<Answer> {
  const found = await atHand(ctx, input.disbursementId);
  if (!found.ok) return found;
  const { photograph, receipt } = found.value;
  return transact(ctx, async (tx) => {
    if (await markOpened(tx.db, photograph.id, ctx.actor.id, ctx.now)) {
      await writeAudit(tx, { action: 'receipt.open', word: '打开收据', subjectKind: 'receipt', subjectId: receipt.id });
    }
    return ok();
  });
}

/** 收据通过: a person says that the paper is right; from now on it can be paid. */
export async function acceptReceipt(ctx: Context<StaffActor>, input: { disbursementId: string }): Promise<Answer> {
  const found = await atHand(ctx, input.disbursementId);
  if (!found.ok) return found;
  const { row, photograph, receipt } = found.value;
  if (row.hold) return refuse({ code: 'held', reason: row.hold });
  return transact(ctx, async (tx) => {
    const moved = await advance(tx, row, 'accept', {
      detail: { receipt: receipt.number, version: receipt.versionNumber },
    });
    if (!moved.ok) return moved;
    const changed = await changeStatus(tx, RECEIPT, receipt, 'accept');
    if (!changed.ok) return changed;
    await markDecided(tx.db, photograph.id, {
      decision: 'ACCEPTED',
      decidedById: ctx.actor.id,
      decidedAt: ctx.now,
      decisionReason: null,
    });
    return ok();
  });
}

/** 退回收据: the paper stays valid, it is to be photographed again; the reason goes to the enterprise. */
export async function returnReceipt(
  ctx: Context<StaffActor>,
  input: { disbursementId: string; reason: string },
): Promise<Answer> {
  const found = await atHand(ctx, input.disbursementId);
  if (!found.ok) return found;
  if (!input.reason) return refuse({ code: 'return-reason-missing' });
  const { row, photograph, receipt } = found.value;
  return transact(ctx, async (tx) => {
    const moved = await advance(tx, row, 'returnReceipt', {
      detail: { receipt: receipt.number, reason: input.reason },
    });
    if (!moved.ok) return moved;
    const changed = await changeStatus(tx, RECEIPT, receipt, 'return', { detail: { reason: input.reason } });
    if (!changed.ok) return changed;
    await markDecided(tx.db, photograph.id, {
      decision: 'RETURNED',
      decidedById: ctx.actor.id,
      decidedAt: ctx.now,
      decisionReason: input.reason,
    });
    return ok();
  });
}

async function atHand(ctx: Context<StaffActor>, disbursementId: string) {
  const row = await forAct(ctx.db, disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'receipt.judge', row);
  const receipt = await currentReceipt(ctx.db, row.id);
  const photograph = receipt ? await submittedPhotograph(ctx.db, receipt.id) : null;
  if (!receipt || !photograph || row.status !== 'RECEIPT_REVIEW') return refuse({ code: 'somebody-was-faster' });
  return ok({ row, receipt, photograph });
}
