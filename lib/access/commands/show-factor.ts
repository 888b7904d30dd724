import 'server-only';
import type { StaffActor } from '../actor';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as factors from '../factor-store';
import { rotateSession } from '../password-store';
import { readFactorCode, readRecoveryCode, type FactorCodeInput, type ProveInput } from '../rules/factor.schema';
import type { FactorRefusal, ProveRefusal } from '../rules/factor-refusals';
import { SIGN_IN_TRIES } from '../rules/try-limits';
import { stepOf } from '../second-factor/totp';
import { forgetTries } from '../store';
import { verifyPassword } from './password-hash';
import { recoveryHash } from './recovery-codes';
import { newSessionToken } from './session-token';
import { takeTry, tryKey } from './take-try';

type Staff = Context<StaffActor>;

/** The second factor after the password: a code off the telephone, or a recovery code. The session gets a new token. */
export async function showFactor(
  ctx: Staff,
  input: FactorCodeInput,
): Promise<Result<{ token: string }, FactorRefusal | { readonly code: 'no-permission' }>> {
  authorise(ctx.actor, 'staff.home');
  if (ctx.actor.pending !== 'factor') return refuse({ code: 'no-permission' });
  return takeFactor(ctx, input.code, '第二重验证通过');
}

/** Password and second factor once more, for what money, roles and exports ask; good for ten minutes. */
export async function proveAgain(ctx: Staff, input: ProveInput): Promise<Result<{ token: string }, ProveRefusal>> {
  authorise(ctx.actor, 'staff.home');
  const key = tryKey(ctx, 'prove', ctx.actor.id);
  const allowed = await takeTry(ctx, key, SIGN_IN_TRIES);
  if (!allowed.ok) return allowed;
  const { passwordHash } = await factors.factorOf(ctx, ctx.actor.id);
  const verified = await verifyPassword(passwordHash, input.current);
  if (!verified.ok) return verified;
  if (!verified.value) return refuse({ code: 'current-wrong' });
  const proved = await takeFactor(ctx, input.code, '再次验证身份');
  if (proved.ok) await forgetTries(ctx.db, key);
  return proved;
}

async function takeFactor(ctx: Staff, typed: string, word: string): Promise<Result<{ token: string }, FactorRefusal>> {
  const key = tryKey(ctx, 'factor', ctx.actor.id);
  const allowed = await takeTry(ctx, key, SIGN_IN_TRIES);
  if (!allowed.ok) return allowed;
  return transact(ctx, async (tx) => {
    const means = await useFactor(tx, typed);
    if (!means) return refuse({ code: 'factor-wrong' });
    await forgetTries(tx.db, key);
    const { token, tokenHash } = newSessionToken();
    await rotateSession(tx.db, ctx.actor.sessionId, tokenHash, { factorAt: tx.now, provedAt: tx.now });
    const subject = { subjectKind: 'account', subjectId: ctx.actor.id };
    await writeAudit(tx, { action: 'account.factor', word, ...subject, detail: { means } });
    return ok({ token });
  });
}

/** Which of the two opened, or null. Each is used up by it. */
async function useFactor(tx: Staff, typed: string): Promise<'totp' | 'recovery' | null> {
  const { id } = tx.actor;
  const digits = readFactorCode(typed);
  if (digits === null) {
    const hash = recoveryHash(tx.vault, id, readRecoveryCode(typed));
    return (await factors.takeRecoveryCode(tx, id, hash)) ? 'recovery' : null;
  }
  const secret = await factors.factorSecretOf(tx, id);
  const { factorLastStep } = await factors.factorOf(tx, id);
  const step = secret && stepOf(secret, digits, tx.now, factorLastStep);
  return step && (await factors.takeStep(tx, id, step)) ? 'totp' : null;
}
