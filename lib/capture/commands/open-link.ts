import 'server-only';
import { randomInt } from 'node:crypto';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { receiptById } from '@/lib/receipt/paper-queries';
import { isOverdue } from '../rules/link';
import { endedBecause, type CaptureRefusal } from '../rules/refusals';
import { captureById, insertCapture, liveCaptures, ownLiveCapture, replaceToken } from '../store';
import { hashCaptureToken, newCaptureToken } from './capture-token';
import { move } from './move';

export type OpenedLink = {
  readonly captureId: string;
  readonly token: string;
  readonly pairingCode: string;
  /** When this token was made: what a page shows that was told an older one is void. */
  readonly at: Date;
};
type Opened = Result<OpenedLink, CaptureRefusal | CommonRefusal>;

/**
 * 上传收据: a one-time link for the current version of a receipt. The token is told once, to the desktop that asked; only
 * its hash is kept. Whoever made a link that lives is given a fresh token for it: what its phone does goes on, and the
 * code before lets nobody in any more. A link of somebody else ends, since it depends on that person's account.
 */
export async function openLink(ctx: Context<EnterpriseActor>, input: { receiptId: string }): Promise<Opened> {
  const receipt = await receiptById(ctx.db, input.receiptId);
  if (!receipt) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'capture.open', receipt.disbursement);
  if (receipt.status === 'VOIDED') return refuse({ code: 'link-voided', reason: receipt.voidReason ?? '' });
  if (receipt.disbursement.status !== 'AWAITING_RECEIPT') return refuse({ code: 'receipt-not-waiting' });
  try {
    return await transact(ctx, async (tx) => (await showAgain(tx, receipt.id)) ?? newLink(tx, receipt.id));
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'somebody-was-faster' });
    throw error;
  }
}

/** A fresh token for the link that this person has already; null where there is none. */
async function showAgain(tx: Context<EnterpriseActor>, receiptId: string): Promise<Opened | null> {
  const link = await ownLiveCapture(tx.db, receiptId, tx.actor.id);
  if (!link || isOverdue(link, tx.now)) return null;
  const token = newCaptureToken(link.id);
  if (!(await replaceToken(tx.db, link.id, { tokenHash: hashCaptureToken(token), tokenAt: tx.now }))) return null;
  const subject = { subjectKind: 'capture', subjectId: link.id };
  await writeAudit(tx, { action: 'capture.showAgain', word: '重新显示二维码', ...subject });
  return ok({ captureId: link.id, token, pairingCode: link.pairingCode, at: tx.now });
}

async function newLink(tx: Context<EnterpriseActor>, receiptId: string): Promise<Opened> {
  for (const older of await liveCaptures(tx.db, receiptId)) {
    const ended = await move(tx, older, 'cancel', { endReason: '电脑端重新生成了二维码' });
    if (!ended.ok) return ended;
  }
  const id = newId();
  const token = newCaptureToken(id);
  const pairingCode = String(randomInt(10_000)).padStart(4, '0');
  await insertCapture(tx.db, {
    ...{ id, receiptId, pairingCode, tokenHash: hashCaptureToken(token) },
    ...{ createdById: tx.actor.id, createdAt: tx.now },
  });
  return ok({ captureId: id, token, pairingCode, at: tx.now });
}

/** 取消本次拍照, from the desktop. */
export async function cancelLink(
  ctx: Context<EnterpriseActor>,
  input: { captureId: string },
): Promise<Result<undefined, CaptureRefusal | CommonRefusal>> {
  const link = await captureById(ctx.db, input.captureId);
  if (!link) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'capture.open', link.receipt.disbursement);
  const ended = endedBecause(link);
  if (ended) return ended.code === 'link-cancelled' ? ok() : refuse(ended);
  return transact(ctx, async (tx) => {
    const moved = await move(tx, link, 'cancel', { endReason: '电脑端取消了本次拍照' });
    return moved.ok ? ok() : moved;
  });
}
