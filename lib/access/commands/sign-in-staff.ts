import 'server-only';
import type { Context } from '../context';
import { transact } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import { spendPictureCode } from '../picture-code/spend';
import { normaliseUsername } from '../rules/account-names';
import type { StaffSignIn } from '../rules/sign-in.schema';
import type { SignInRefusal } from '../rules/sign-in-refusals';
import * as store from '../store';
import { beginSession } from './begin-session';
import { verifyPassword } from './password-hash';
import { refuseSignIn } from './refuse-sign-in';
import { takeSignInTry, tryKey } from './take-try';

/** Signs staff in through their own entrance; otherwise as `signInEnterprise`. */
export async function signInStaff(ctx: Context, input: StaffSignIn): Promise<Result<{ token: string }, SignInRefusal>> {
  const code = { id: input.pictureCodeId, answer: input.pictureCode, purpose: 'staff-sign-in' } as const;
  const picture = await spendPictureCode(ctx, code);
  if (!picture.ok) return picture;

  const username = normaliseUsername(input.username);
  const key = tryKey(ctx, 'sign-in', 'staff', username, ctx.request.address ?? '');
  const allowed = await takeSignInTry(ctx, key);
  if (!allowed.ok) return allowed;

  const user = await store.staffUserByName(ctx.db, username);
  const verified = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!verified.ok) return verified;
  if (!user) return refuseSignIn(ctx, 'staff', { id: null }, 'unknown-user');
  if (!verified.value) return refuseSignIn(ctx, 'staff', user, 'wrong-password');
  if (user.status !== 'ACTIVE') return refuseSignIn(ctx, 'staff', user, 'disabled');

  return transact(ctx, async (tx) => {
    await store.forgetTries(tx.db, key);
    const { id, displayName, roles } = user;
    return ok(await beginSession(tx, { kind: 'staff', id, username, displayName, roles }));
  });
}
