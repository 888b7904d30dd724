import 'server-only';
import type { Context } from '../context';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { spendPictureCode } from '../picture-code/spend';
import { normaliseUsername, readEnterpriseKey } from '../rules/account-names';
import type { EnterpriseSignIn } from '../rules/sign-in.schema';
import type { SignInRefusal } from '../rules/sign-in-refusals';
import { hasSignedIn } from '../password-store';
import * as store from '../store';
import { beginSession } from './begin-session';
import { knownDevice, markDevice } from './device-mark';
import { isExpired } from './initial-password';
import { verifyPassword } from './password-hash';
import { refuseSignIn } from './refuse-sign-in';
import { tellPerson } from './tell-person';
import { forgetSignInTries, takeSignInTry } from './take-try';

const NO_ENTERPRISE = '00000000-0000-0000-0000-000000000000';

/** The token of the new session, and the mark that this browser carries from now on. */
export type SignedIn = { readonly token: string; readonly mark: string };

/**
 * Signs a 法人用户 in; `mark` is what this browser carries of earlier times. The picture code comes first and is used up; then the
 * limits; an unknown enterprise, an unknown user, a wrong password and a disabled account cost and answer the same.
 */
export async function signInEnterprise(
  ctx: Context,
  input: EnterpriseSignIn,
  mark: string | null,
): Promise<Result<SignedIn, SignInRefusal>> {
  const code = { id: input.pictureCodeId, answer: input.pictureCode, purpose: 'enterprise-sign-in' } as const;
  const picture = await spendPictureCode(ctx, code);
  if (!picture.ok) return picture;

  const enterpriseKey = readEnterpriseKey(input.enterprise);
  const username = normaliseUsername(input.username);
  const enterprise = await store.enterpriseByKey(ctx.db, enterpriseKey, ctx.now);
  // Looked for even where there can be none, so that an answer tells nothing by its time.
  const user = await store.enterpriseUserByName(ctx.db, enterprise?.id ?? NO_ENTERPRISE, username);
  // By name, former name or USCC it is the same account, so it has the same count of tries.
  const name = ['enterprise', enterprise?.id ?? Object.values(enterpriseKey).join(), username].join(' ');
  const account = { name, device: knownDevice(ctx.vault, mark, user?.id ?? null) };
  const allowed = await takeSignInTry(ctx, account);
  if (!allowed.ok) return allowed;

  const verified = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (!verified.ok) return verified;
  const about = { id: user?.id ?? null, enterpriseId: enterprise?.id };
  if (!enterprise) return refuseSignIn(ctx, 'enterprise', about, 'unknown-enterprise');
  if (!user) return refuseSignIn(ctx, 'enterprise', about, 'unknown-user');
  if (!verified.value) return refuseSignIn(ctx, 'enterprise', about, 'wrong-password');
  if (user.status !== 'ACTIVE') return refuseSignIn(ctx, 'enterprise', about, 'disabled');
  if (isExpired(user, ctx.now)) return refuse({ code: 'initial-password-expired', role: user.role });

  return transact(ctx, async (tx) => {
    await forgetSignInTries(tx, account);
    const { id, displayName, role } = user;
    const of = { enterpriseId: enterprise.id, enterpriseName: enterprise.name, uscc: enterprise.uscc };
    const frozen = enterprise.status === 'FROZEN';
    if (!account.device && (await hasSignedIn(tx.db, id))) {
      await tellPerson(tx, { kind: 'enterprise', id }, { about: `device ${tx.request.id}`, text: '在新设备登录' });
    }
    const person = { kind: 'enterprise' as const, id, username, displayName, role, ...of, frozen };
    return ok({
      ...(await beginSession(tx, person, enterprise.formerNameUntil)),
      mark: markDevice(ctx.vault, mark, id),
    });
  });
}
