import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { submitReceipt } from '@/lib/disbursement/commands/submit-receipt';
import type { ReceiptRefusal } from '@/lib/disbursement/rules/receipt-refusals';
import type { BudgetShort } from '@/lib/disbursement/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { keepPhotograph } from '@/lib/receipt/commands/keep-photograph';
import { photographById, receiptById } from '@/lib/receipt/paper-queries';
import type { Finding } from '../rules/findings';
import type { Verdict } from '../rules/judge';
import type { CaptureRefusal } from '../rules/refusals';
import { liveCaptures } from '../store';
import { lookAtPhotograph } from './look-at-photograph';
import { move } from './move';
import { asSent, takePicture, type Upload } from './upload-quota';

export type CheckedPicture = {
  readonly photographId: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Whether the sheet was found, so that it can be shown straightened. */
  readonly hasFlat: boolean;
};

/** 选择文件: a picture of the stamped receipt from the desktop, looked at exactly as one from the phone. */
export async function takePhotographFromDesktop(
  ctx: Context<EnterpriseActor>,
  input: Upload & { readonly receiptId: string },
): Promise<Result<CheckedPicture, CaptureRefusal | CommonRefusal>> {
  const receipt = await receiptById(ctx.db, input.receiptId);
  if (!receipt) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'capture.open', receipt.disbursement);
  if (receipt.status === 'VOIDED') return refuse({ code: 'link-voided', reason: receipt.voidReason ?? '' });
  if (receipt.disbursement.status !== 'AWAITING_RECEIPT') return refuse({ code: 'receipt-not-waiting' });
  const quota = await takePicture(ctx, receipt.id);
  if (!quota.ok) return quota;
  const looked = await lookAtPhotograph(ctx, receipt, asSent(ctx, receipt.id, input));
  if (!looked.ok) return looked;
  const { picture, verdict, findings } = looked.value;
  const photographId = await keepPhotograph(ctx, { receiptId: receipt.id, captureSessionId: null, ...looked.value });
  return ok({ photographId, verdict, findings, hasFlat: picture.flat !== null });
}

/** 确认提交 on the desktop: the checked picture goes to finance, and a link that still waits for a phone ends. */
export async function submitPhotographFromDesktop(
  ctx: Context<EnterpriseActor>,
  input: { photographId: string },
): Promise<Result<undefined, ReceiptRefusal | BudgetShort | CommonRefusal>> {
  const photograph = await photographById(ctx.db, input.photographId);
  if (!photograph) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', photograph.receipt.disbursement);
  const done = await transact(ctx, async (tx) => {
    const submitted = await submitReceipt(tx, input);
    if (!submitted.ok) return submitted;
    for (const link of await liveCaptures(tx.db, photograph.receiptId)) {
      const ended = await move(tx, link, 'cancel', { endReason: '已从电脑端提交收据' });
      if (!ended.ok) return ended;
    }
    return ok();
  });
  return done.ok || done.refusal.code !== 'somebody-was-faster' ? done : alreadyDone(ctx, input.photographId);
}

/** Of two equal clicks the second one finds the first one's work. */
async function alreadyDone(ctx: Context, photographId: string): Promise<Result<undefined, CommonRefusal>> {
  const row = await photographById(ctx.db, photographId);
  const stands = row?.submittedAt && !row.takenBackAt && row.decision !== 'RETURNED';
  return stands ? ok() : refuse({ code: 'somebody-was-faster' });
}
