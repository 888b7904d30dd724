import 'server-only';
import type { Context } from '@/lib/access/context';
import { CAPTURE, LIVE_CAPTURE } from '../rules/capture-states';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { ok, type Result } from '@/lib/kernel/result';
import { RECEIPT } from '../rules/states';

/**
 * Voids the current version of a disbursement's receipt, where it has one, and ends its capture link: the printed copy
 * can no longer be uploaded and says so when tried. In the caller's transaction.
 */
export async function voidCurrentReceipt(
  tx: Context,
  disbursementId: string,
  reason: string,
): Promise<Result<undefined, SomebodyWasFaster>> {
  const receipt = await tx.db.receipt.findFirst({
    where: { disbursementId, status: { not: 'VOIDED' } },
    select: { id: true, status: true, version: true },
  });
  if (!receipt) return ok();
  const links = await tx.db.captureSession.findMany({
    where: { receiptId: receipt.id, status: { in: [...LIVE_CAPTURE] } },
    select: { id: true, status: true, version: true },
  });
  for (const link of links) {
    const ended = await changeStatus(tx, CAPTURE, link, 'void', { set: { endReason: reason } });
    if (!ended.ok) return ended;
  }
  const voided = await changeStatus(tx, RECEIPT, receipt, 'void', {
    set: { voidedAt: tx.now, voidReason: reason },
    detail: { reason },
  });
  return voided.ok ? ok() : voided;
}
