import 'server-only';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { receiptById } from '@/lib/receipt/paper-queries';
import { endedBecause, type CaptureRefusal } from '../rules/refusals';
import { captureById, insertCapture, liveCaptures } from '../store';
import { move } from './move';

const TOKEN_BYTES = 16;

export type OpenedLink = { readonly captureId: string; readonly token: string; readonly pairingCode: string };

export function hashCaptureToken(token: string): string {
  return createHash('sha256').update(`capture ${token}`).digest('hex');
}

/**
 * 上传收据: a fresh one-time link for the current version of a receipt. It ends an older one of the same receipt. The
 * token is told once, to the desktop that asked; only its hash is kept.
 */
export async function openLink(
  ctx: Context<EnterpriseActor>,
  input: { receiptId: string },
): Promise<Result<OpenedLink, CaptureRefusal | CommonRefusal>> {
  const receipt = await receiptById(ctx.db, input.receiptId);
  if (!receipt) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'capture.open', receipt.disbursement);
  if (receipt.status === 'VOIDED') return refuse({ code: 'link-voided', reason: receipt.voidReason ?? '' });
  if (receipt.disbursement.status !== 'AWAITING_RECEIPT') return refuse({ code: 'receipt-not-waiting' });
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const pairingCode = String(randomInt(10_000)).padStart(4, '0');
  try {
    return await transact(ctx, async (tx) => {
      for (const older of await liveCaptures(tx.db, receipt.id)) {
        const ended = await move(tx, older, 'cancel', { endReason: '电脑端重新生成了二维码' });
        if (!ended.ok) return ended;
      }
      const captureId = await insertCapture(tx.db, {
        receiptId: receipt.id,
        tokenHash: hashCaptureToken(token),
        pairingCode,
        createdById: ctx.actor.id,
        createdAt: ctx.now,
      });
      return ok({ captureId, token, pairingCode });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'somebody-was-faster' });
    throw error;
  }
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
