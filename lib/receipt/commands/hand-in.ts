import 'server-only';
import type { Context } from '@/lib/access/context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { markSubmitted, markTakenBack } from '../photograph-store';
import { RECEIPT, type ReceiptStatus } from '../rules/states';

type Version = { readonly id: string; readonly status: ReceiptStatus; readonly version: number };

/** Hands a version in with this photograph of it, in the caller's transaction. */
export async function handInVersion(
  tx: Context,
  receipt: Version,
  photographId: string,
  detail: Record<string, unknown>,
): Promise<Result<undefined, SomebodyWasFaster>> {
  const changed = await changeStatus(tx, RECEIPT, receipt, 'submit', { detail });
  if (!changed.ok) return changed;
  return (await markSubmitted(tx.db, photographId, tx.now)) ? ok() : refuse({ code: 'somebody-was-faster' });
}

/** Takes a version's photograph back, in the caller's transaction; refused once finance has opened it. */
export async function takeVersionBack(
  tx: Context,
  receipt: Version,
  photographId: string,
): Promise<Result<undefined, SomebodyWasFaster | { readonly code: 'receipt-opened' }>> {
  if (!(await markTakenBack(tx.db, photographId, tx.now))) return refuse({ code: 'receipt-opened' });
  const changed = await changeStatus(tx, RECEIPT, receipt, 'takeBack');
  return changed.ok ? ok() : changed;
}
