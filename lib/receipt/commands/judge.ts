import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { ok, type Result } from '@/lib/kernel/result';
import { markDecided, markOpened, markUndecided } from '../photograph-store';
import { RECEIPT, type ReceiptStatus } from '../rules/states';

type Version = { readonly id: string; readonly status: ReceiptStatus; readonly version: number };

/** Notes who looked at a photograph first, in the caller's transaction; later looks change nothing. */
export async function openPhotograph(tx: Context<StaffActor>, receiptId: string, photographId: string): Promise<void> {
  if (!(await markOpened(tx.db, photographId, tx.actor.id, tx.now))) return;
  await writeAudit(tx, { action: 'receipt.open', word: '打开收据', subjectKind: 'receipt', subjectId: receiptId });
}

/** An officer's word on a version and its photograph, in the caller's transaction. `reason` only where it is returned. */
export async function judgeVersion(
  tx: Context<StaffActor>,
  receipt: Version,
  photographId: string,
  word: { readonly decision: 'ACCEPTED' } | { readonly decision: 'RETURNED'; readonly reason: string },
): Promise<Result<undefined, SomebodyWasFaster>> {
  const reason = word.decision === 'RETURNED' ? word.reason : null;
  const event = word.decision === 'ACCEPTED' ? 'accept' : 'return';
  const changed = await changeStatus(tx, RECEIPT, receipt, event, { detail: reason === null ? {} : { reason } });
  if (!changed.ok) return changed;
  await markDecided(tx.db, photographId, {
    decision: word.decision,
    decidedById: tx.actor.id,
    decidedAt: tx.now,
    decisionReason: reason,
  });
  return ok();
}

/** An accepted version is looked at again, in the caller's transaction; its photograph waits for a word as before. */
export async function reopenVersion(
  tx: Context<StaffActor>,
  receipt: Version,
  reason: string,
): Promise<Result<undefined, SomebodyWasFaster>> {
  const changed = await changeStatus(tx, RECEIPT, receipt, 'reopen', { detail: { reason } });
  if (!changed.ok) return changed;
  await markUndecided(tx.db, receipt.id);
  return ok();
}
