import 'server-only';
import type { StaffActor } from '../actor';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as factors from '../factor-store';
import { endSessionsOf, rotateSession } from '../password-store';
import { readFactorCode, type FactorCodeInput } from '../rules/factor.schema';
import type { FactorRefusal } from '../rules/factor-refusals';
import { SIGN_IN_TRIES } from '../rules/try-limits';
import { offeredSecret, stepOf } from '../second-factor/totp';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { newSessionToken } from './session-token';
import { takeTry, tryKey } from './take-try';
import { tellPerson } from './tell-person';

type Staff = Context<StaffActor>;
export type FactorSetUp = { readonly token: string; readonly recoveryCodes: readonly string[] };

/** Takes up the offered secret once a code proves that the telephone has it. The recovery codes are shown this once. */
export async function setUpFactor(
  ctx: Staff,
  input: FactorCodeInput,
): Promise<Result<FactorSetUp, FactorRefusal | { readonly code: 'no-permission' }>> {
  authorise(ctx.actor, 'staff.home');
  const { id, sessionId, pending } = ctx.actor;
  if (pending !== 'factor-setup') return refuse({ code: 'no-permission' });
  const allowed = await takeTry(ctx, tryKey(ctx, 'factor', id), SIGN_IN_TRIES);
  if (!allowed.ok) return allowed;
  const secret = offeredSecret(ctx.vault, id, sessionId);
  const step = stepOf(secret, readFactorCode(input.code) ?? '', ctx.now, null);
  if (step === null) return refuse({ code: 'factor-wrong' });
  return transact(ctx, async (tx) => {
    await factors.setFactor(tx, id, { secret, since: tx.now, lastStep: step });
    const recoveryCodes = await renew(tx);
    const { token, tokenHash } = newSessionToken();
    await rotateSession(tx.db, sessionId, tokenHash, { factorAt: tx.now, provedAt: tx.now });
    await note(tx, '启用第二重验证');
    await tellPerson(tx, tx.actor, { about: `factor ${tokenHash}`, text: '已绑定动态口令' });
    return ok({ token, recoveryCodes });
  });
}

/** Ten new recovery codes; the earlier ones open nothing any more. */
export async function renewRecoveryCodes(ctx: Staff): Promise<Result<readonly string[], never>> {
  authorise(ctx.actor, 'staff.home');
  return transact(ctx, async (tx) => {
    const codes = await renew(tx);
    await note(tx, '更换恢复码');
    return ok(codes);
  });
}

/** Lets go of the telephone: this session goes on to set up another one, all others end. */
export async function replaceFactor(ctx: Staff): Promise<Result<undefined, never>> {
  authorise(ctx.actor, 'staff.home');
  return transact(ctx, async (tx) => {
    await factors.removeFactor(tx, tx.actor.id);
    await endSessionsOf(tx.db, tx.actor, { at: tx.now, reason: 'factor-replaced', except: tx.actor.sessionId });
    await note(tx, '更换验证手机');
    await tellPerson(tx, tx.actor, { about: `factor-replaced ${newId()}`, text: '正在更换验证手机' });
    return ok();
  });
}

async function renew(tx: Staff): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map((code) => recoveryHash(tx.vault, tx.actor.id, code));
  await factors.replaceRecoveryCodes(tx, tx.actor.id, hashes);
  return codes;
}

const note = (tx: Staff, word: string) =>
  writeAudit(tx, { action: 'account.factor', word, subjectKind: 'account', subjectId: tx.actor.id });
