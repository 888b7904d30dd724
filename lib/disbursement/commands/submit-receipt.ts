import 'server-only';
import type { EnterpriseActor, PhoneActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { handInVersion, takeVersionBack } from '@/lib/receipt/commands/hand-in';
import { photographById, receiptById, submittedPhotograph } from '@/lib/receipt/paper-queries';
import type { BudgetShort } from '../rules/refusals';
import type { ReceiptRefusal } from '../rules/receipt-refusals';
import { forAct } from '../store';
import { advance } from './advance';

type Answer = Result<undefined, ReceiptRefusal | BudgetShort | CommonRefusal>;

/**
 * 确认提交: hands a checked photograph of the stamped receipt to finance. A second time it finds the first one done. A
 * voided version, a photograph that did not pass the check, and one that was taken back or returned are refused.
 */
export async function submitReceipt(
  ctx: Context<PhoneActor | EnterpriseActor>,
  input: { photographId: string },
): Promise<Answer> {
  const photograph = await photographById(ctx.db, input.photographId);
  if (!photograph) return refuse({ code: 'not-found' });
  const { receipt } = photograph;
  const subject = { ...receipt.disbursement, receiptId: receipt.id };
  authorise(ctx.actor, ctx.actor.kind === 'phone' ? 'capture.photograph' : 'disbursement.act', subject);
  if (receipt.status === 'VOIDED') return refuse({ code: 'receipt-voided', reason: receipt.voidReason ?? '' });
  if (photograph.takenBackAt || photograph.decision === 'RETURNED') return refuse({ code: 'no-photograph' });
  if (photograph.submittedAt) return ok();
  if (photograph.verdict === 'REFUSED') return refuse({ code: 'photograph-refused' });
  const row = await forAct(ctx.db, receipt.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  if (row.publicHold) return refuse({ code: 'held', reason: row.publicHold });
  if (row.status !== 'AWAITING_RECEIPT') return refuse({ code: 'somebody-was-faster' });
  const detail = { receipt: receipt.number, version: receipt.versionNumber, verdict: photograph.verdict };
  return transact(ctx, async (tx) => {
    const moved = await advance(tx, row, 'submitReceipt', { detail });
    return moved.ok ? handInVersion(tx, receipt, photograph.id, detail) : moved;
  });
}

/** 取回: the enterprise takes its photograph back while finance has not opened it; the paper stays valid. */
export async function takeBackReceipt(ctx: Context<EnterpriseActor>, input: { receiptId: string }): Promise<Answer> {
  const receipt = await receiptById(ctx.db, input.receiptId);
  if (!receipt) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', receipt.disbursement);
  const photograph = await submittedPhotograph(ctx.db, receipt.id);
  if (!photograph || receipt.status !== 'SUBMITTED') return refuse({ code: 'somebody-was-faster' });
  return transact(ctx, async (tx) => {
    const taken = await takeVersionBack(tx, receipt, photograph.id);
    if (!taken.ok) return taken;
    const moved = await advance(tx, receipt.disbursement, 'takeBack', { detail: { receipt: receipt.number } });
    return moved.ok ? ok() : moved;
  });
}
