import 'server-only';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';

/** Why a sign-in failed: for the log alone, the form says the same in every case. */
export type Failure = 'unknown-enterprise' | 'unknown-user' | 'wrong-password' | 'disabled';

/** Writes a failed sign-in to the log and answers the one refusal. Nothing that was typed is written down. */
export async function refuseSignIn(
  ctx: Context,
  side: 'enterprise' | 'staff',
  account: { readonly id: string | null; readonly enterpriseId?: string | null },
  failure: Failure,
): Promise<Result<never, { code: 'credentials-wrong' }>> {
  await transact(ctx, async (tx) => {
    await writeAudit(tx, {
      action: 'account.signInFailed',
      word: '登录失败',
      subjectKind: 'account',
      subjectId: account.id ?? 'unknown',
      detail: { side, failure, enterpriseId: account.enterpriseId ?? null },
    });
    return ok();
  });
  return refuse({ code: 'credentials-wrong' });
}
