import 'server-only';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { addressesOf } from '../accounts-store';
import type { EnterpriseActor } from '../actor';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { passwordHashOf, rotateSession } from '../password-store';
import type { ProveOwnRefusal } from '../rules/prove-own-refusals';
import { SIGN_IN_TRIES } from '../rules/try-limits';
import { forgetTries } from '../store';
import { verifyPassword } from './password-hash';
import { newSessionToken } from './session-token';
import { checkSmsCode, sendMailCode, sendSmsCode, type CodeSent } from './sms-code';
import { takeTry, tryKey } from './take-try';

type Own = Context<EnterpriseActor>;
const PURPOSE = 'account-change';

/**
 * Sends a code to the telephone that is bound to the account, else to the mailbox, for whoever knows the password. An
 * account to which nothing is bound is refused with `nothing-bound`: there the password alone proves.
 */
export async function askProofCode(
  ctx: Own,
  input: { readonly current: string },
): Promise<Result<CodeSent, ProveOwnRefusal>> {
  authorise(ctx.actor, 'account.own');
  const known = await knowsPassword(ctx, input.current);
  if (!known.ok) return known;
  const { mobile, email } = await addressesOf(ctx, ctx.actor.id);
  const about = { purpose: PURPOSE, subjectId: ctx.actor.id } as const;
  if (mobile) return sendSmsCode(ctx, { ...about, mobile });
  return email ? sendMailCode(ctx, { ...about, email }) : refuse({ code: 'nothing-bound' });
}

/**
 * Proves that it is still the owner of the account who acts: password, and the code where something is bound. Good for
 * ten minutes in this session, which gets a new token, so that a stolen one is worth nothing afterwards.
 */
export async function proveOwn(
  ctx: Own,
  input: { readonly current: string; readonly code?: string },
): Promise<Result<{ token: string }, ProveOwnRefusal>> {
  authorise(ctx.actor, 'account.own');
  const known = await knowsPassword(ctx, input.current);
  if (!known.ok) return known;
  const { mobile, email } = await addressesOf(ctx, ctx.actor.id);
  if (mobile || email) {
    const about = { purpose: PURPOSE, subjectId: ctx.actor.id } as const;
    const checked = await checkSmsCode(ctx, { ...about, code: input.code ?? '' });
    if (!checked.ok) return checked;
  }
  return transact(ctx, async (tx) => {
    const { token, tokenHash } = newSessionToken();
    await rotateSession(tx.db, ctx.actor.sessionId, tokenHash, { provedAt: tx.now });
    const subject = { subjectKind: 'account', subjectId: ctx.actor.id };
    const means = mobile ? 'sms' : email ? 'mail' : 'password';
    await writeAudit(tx, { action: 'account.prove', word: '再次验证身份', ...subject, detail: { means } });
    return ok({ token });
  });
}

async function knowsPassword(ctx: Own, typed: string): Promise<Result<undefined, ProveOwnRefusal>> {
  const key = tryKey(ctx, 'prove', ctx.actor.id);
  const allowed = await takeTry(ctx, key, SIGN_IN_TRIES);
  if (!allowed.ok) return allowed;
  const verified = await verifyPassword(await passwordHashOf(ctx.db, ctx.actor), typed);
  if (!verified.ok) return verified;
  if (!verified.value) return refuse({ code: 'current-wrong' });
  await forgetTries(ctx.db, key);
  return ok();
}
