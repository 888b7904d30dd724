import 'server-only';
import type { EnterpriseActor, StaffActor } from '../actor';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { bindAddressOf, type Bound } from '../accounts-store';
import { passwordHashOf } from '../password-store';
import type { ChangePasswordRefusal } from '../rules/password-refusals';
import type { CheckCodeRefusal, SendCodeRefusal } from '../rules/sms-code-refusals';
import { SIGN_IN_TRIES } from '../rules/try-limits';
import { forgetTries } from '../store';
import { verifyPassword } from './password-hash';
import { checkSmsCode, sendMailCode, sendSmsCode, type CodeSent } from './sms-code';
import { takeTry, tryKey } from './take-try';
import { tellPerson } from './tell-person';

type Own = Context<EnterpriseActor | StaffActor>;
type AskRefusal =
  SendCodeRefusal | Extract<ChangePasswordRefusal, { code: 'current-wrong' | 'too-many-tries' | 'busy' }>;

/**
 * Sends a code to the telephone or mailbox that is to be bound. The password is asked for: what is bound opens the way
 * to a new password, so a session alone may not change it.
 */
export async function askBindCode(
  ctx: Own,
  input: { readonly what: Bound; readonly address: string; readonly current: string },
): Promise<Result<CodeSent, AskRefusal>> {
  authorise(ctx.actor, 'account.own');
  const key = tryKey(ctx, 'bind', ctx.actor.id);
  const allowed = await takeTry(ctx, key, SIGN_IN_TRIES);
  if (!allowed.ok) return allowed;
  const verified = await verifyPassword(await passwordHashOf(ctx.db, ctx.actor), input.current);
  if (!verified.ok) return verified;
  if (!verified.value) return refuse({ code: 'current-wrong' });
  await forgetTries(ctx.db, key);
  const subjectId = subjectOf(ctx, input.address);
  return input.what === 'mobile'
    ? sendSmsCode(ctx, { purpose: 'bind-mobile', subjectId, mobile: input.address })
    : sendMailCode(ctx, { purpose: 'bind-email', subjectId, email: input.address });
}

/** Binds it once the code that went there came back. The one that was bound before is told. */
export async function bindOwnAddress(
  ctx: Own,
  input: { readonly what: Bound; readonly address: string; readonly code: string },
): Promise<Result<undefined, CheckCodeRefusal>> {
  authorise(ctx.actor, 'account.own');
  const purpose = input.what === 'mobile' ? 'bind-mobile' : 'bind-email';
  const subjectId = subjectOf(ctx, input.address);
  const checked = await checkSmsCode(ctx, { purpose, subjectId, code: input.code });
  if (!checked.ok) return checked;
  return transact(ctx, async (tx) => {
    const word = input.what === 'mobile' ? '绑定手机' : '绑定邮箱';
    await tellPerson(tx, tx.actor, { about: `bind ${tx.request.id}`, text: `已更换${word}` });
    await bindAddressOf(tx, tx.actor, input.what, input.address);
    await writeAudit(tx, { action: 'account.bind', word, subjectKind: 'account', subjectId: tx.actor.id });
    return ok();
  });
}

/** A code is good for this person and this address alone. */
function subjectOf(ctx: Own, address: string): string {
  return `${ctx.actor.id} ${ctx.vault.blind('account.bind', address)}`;
}
