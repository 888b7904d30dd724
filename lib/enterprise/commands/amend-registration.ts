import 'server-only';
import type { Context } from '@/lib/access/context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { REGISTRATION } from '../rules/states';
import { lockRegistration } from '../registration-store';
import { heldRegistration } from './held-registration';

/** 返回修改, for instance when the mobile was mistyped. Handing in again needs the key again: its proof was spent. */
export async function amendRegistration(
  ctx: Context,
  { browser }: { readonly browser: string },
): Promise<Result<undefined, RegistrationRefusal | SomebodyWasFaster>> {
  const held = await heldRegistration(ctx, browser);
  if (!held.ok) return held;
  return transact(ctx, async (tx) => {
    const row = await lockRegistration(tx.db, held.value.id);
    if (row.status !== 'SUBMITTED' && row.status !== 'CODE_SENT') return ok();
    const changed = await changeStatus(tx, REGISTRATION, row, 'amend', {
      set: { submittedAt: null, phoneVerifiedAt: null, proofGoodUntil: tx.now },
    });
    return changed.ok ? ok() : changed;
  });
}
