import 'server-only';
import type { Context } from '../context';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { spendPictureCode } from '../picture-code/spend';
import { normaliseUsername } from '../rules/account-names';
import type { StaffSignIn } from '../rules/sign-in.schema';
import type { SignInRefusal } from '../rules/sign-in-refusals';
import * as store from '../store';
import { beginSession } from './begin-session';
import { knownDevice, markDevice } from './device-mark';
import { isExpired } from './initial-password';
import { verifyPassword } from './password-hash';
import { refuseSignIn } from './refuse-sign-in';
import type { SignedIn } from './sign-in-enterprise';
import { forgetSignInTries, takeSignInTry } from './take-try';

/** Signs staff in through their own entrance; otherwise as `signInEnterprise`. */
export async function signInStaff(
  ctx: Context,
  input: StaffSignIn,
  mark: string | null,
): Promise<Result<SignedIn, SignInRefusal>> {
  const code = { id: input.pictureCodeId, answer: input.pictureCode, purpose: 'staff-sign-in' } as const;
  const picture = await spendPictureCode(ctx, code);
  if (!picture.ok) return picture;

  const username = normaliseUsername(input.username);
  const user = await store.staffUserByName(ctx.db, username);
  const account = { name: `staff ${username}`, device: knownDevice(ctx.vault, mark, user?.id ?? null) };
  const allowed = await takeSignInTry(ctx, account);
  if (!allowed.ok) return allowed;

  const verified = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!verified.ok) return verified;
  if (!user) return refuseSignIn(ctx, 'staff', { id: null }, 'unknown-user');
  if (!verified.value) return refuseSignIn(ctx, 'staff', user, 'wrong-password');
  if (user.status !== 'ACTIVE') return refuseSignIn(ctx, 'staff', user, 'disabled');
  if (isExpired(user, ctx.now)) return refuse({ code: 'initial-password-expired', role: 'STAFF' });

  return transact(ctx, async (tx) => {
    await forgetSignInTries(tx, account);
    const { id, displayName, roles } = user;
    const begun = await beginSession(tx, { kind: 'staff', id, username, displayName, roles });
    return ok({ ...begun, mark: markDevice(ctx.vault, mark, id) });
  });
}
