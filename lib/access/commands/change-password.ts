import 'server-only';
import type { EnterpriseActor, StaffActor } from '../actor';
import type { Context } from '../context';
import { authorise } from '../authorise';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../password-store';
import type { ChangePasswordInput, FirstPasswordInput } from '../rules/password.schema';
import type { ChangePasswordRefusal, NewPasswordRefusal } from '../rules/password-refusals';
import { SIGN_IN_TRIES } from '../rules/try-limits';
import { forgetTries } from '../store';
import { judgeNewPassword, passwordOwner } from './judge-new-password';
import { verifyPassword } from './password-hash';
import { newSessionToken } from './session-token';
import { takeTry, tryKey } from './take-try';
import { tellPerson } from './tell-person';

type SignedIn = Context<EnterpriseActor | StaffActor>;

/**
 * Replaces one's own password. All other sessions end; this one goes on under a new token, which is the answer.
 * Wrong guesses at the present password are slowed like those of a sign-in.
 */
export async function changePassword(
  ctx: SignedIn,
  input: ChangePasswordInput,
): Promise<Result<{ token: string }, ChangePasswordRefusal>> {
  authorise(ctx.actor, 'account.own');
  const key = tryKey(ctx, 'change-password', ctx.actor.id);
  const allowed = await takeTry(ctx, key, SIGN_IN_TRIES);
  if (!allowed.ok) return allowed;
  const before = await store.passwordHashOf(ctx.db, ctx.actor);
  const verified = await verifyPassword(before, input.current);
  if (!verified.ok) return verified;
  if (!verified.value) return refuse({ code: 'current-wrong' });
  await forgetTries(ctx.db, key);
  return replace(ctx, input, before, '修改密码');
}

/** The first password of one's own, in place of the initial one; nothing else answers before. */
export async function chooseFirstPassword(
  ctx: SignedIn,
  input: FirstPasswordInput,
): Promise<Result<{ token: string }, NewPasswordRefusal | { readonly code: 'no-permission' }>> {
  authorise(ctx.actor, 'account.own');
  if (ctx.actor.pending !== 'first-password') return refuse({ code: 'no-permission' });
  return replace(ctx, input, await store.passwordHashOf(ctx.db, ctx.actor), '修改初始密码');
}

async function replace(
  ctx: SignedIn,
  input: FirstPasswordInput,
  before: string,
  word: string,
): Promise<Result<{ token: string }, NewPasswordRefusal>> {
  const judged = await judgeNewPassword(passwordOwner(ctx.actor), input, before);
  if (!judged.ok) return judged;
  const { token, tokenHash } = newSessionToken();
  return transact(ctx, async (tx) => {
    const { passwordHash } = judged.value;
    await store.setPassword(tx.db, ctx.actor, { passwordHash, mustChangePassword: false, passwordGoodUntil: null });
    const { sessionId } = ctx.actor;
    const end = { at: tx.now, reason: 'password-changed', except: sessionId };
    const ended = await store.endSessionsOf(tx.db, ctx.actor, end);
    await store.rotateSession(tx.db, sessionId, tokenHash);
    const subject = { subjectKind: 'account', subjectId: ctx.actor.id };
    await writeAudit(tx, { action: 'account.changePassword', word, ...subject, detail: { sessionsEnded: ended } });
    await tellPerson(tx, ctx.actor, { about: `password ${tokenHash}`, text: '密码已修改' });
    return ok({ token });
  });
}
