import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { endSessionsOf, setPassword } from '../password-store';
import { resetById, resettableUser, spendReset } from '../reset-store';
import type { ResetPasswordInput, ResetRefusal } from '../rules/forgot-password';
import { complaintAbout } from '../rules/password-rules';
import { resetSecretHash, type ResetTicket } from './ask-reset';
import { judgeNewPassword } from './judge-new-password';
import { checkSmsCode } from './sms-code';
import { tellPerson } from './tell-person';

/**
 * Sets a new password by the code that went to the bound telephone or mailbox. All sessions end. What the rules say of
 * any password is said before the code is tried; what they say of this account's owner, only to who had the code.
 */
export async function resetPassword(
  ctx: Context,
  ticket: ResetTicket | null,
  input: ResetPasswordInput,
): Promise<Result<undefined, ResetRefusal>> {
  const reset = ticket ? await resetById(ctx.db, ticket.resetId) : null;
  const isOwn = reset && ticket && isEqual(resetSecretHash(ticket.secret), reset.browserHash);
  if (!isOwn || reset.usedAt || reset.expiresAt <= ctx.now) return refuse({ code: 'reset-over' });
  const complaint = complaintAbout(input.password, { side: 'enterprise', username: '' });
  if (complaint) return refuse({ code: 'password-weak', complaint, side: 'enterprise' });
  if (input.password !== input.again) return refuse({ code: 'passwords-differ' });
  const code = { purpose: 'password-reset', subjectId: reset.id, code: input.code } as const;
  const checked = await checkSmsCode(ctx, code, { spend: false });
  if (!checked.ok) return checked;
  const user = reset.enterpriseUserId ? await resettableUser(ctx.db, reset.enterpriseUserId) : null;
  if (!user) return refuse({ code: 'reset-over' });
  const { name: enterpriseName, uscc } = user.enterprise;
  const owner = { side: 'enterprise', username: user.username, enterpriseName, uscc } as const;
  const judged = await judgeNewPassword(owner, input, user.passwordHash);
  if (!judged.ok) return judged;
  return transact(ctx, async (tx): Promise<Result<undefined, ResetRefusal>> => {
    if (!(await spendReset(tx.db, reset.id, tx.now))) return refuse({ code: 'reset-over' });
    const person = { kind: 'enterprise', id: user.id } as const;
    const { passwordHash } = judged.value;
    await setPassword(tx.db, person, { passwordHash, mustChangePassword: false, passwordGoodUntil: null });
    const sessionsEnded = await endSessionsOf(tx.db, person, { at: tx.now, reason: 'password-reset' });
    const subject = { subjectKind: 'account', subjectId: user.id };
    const detail = { sessionsEnded, channel: reset.channel };
    await writeAudit(tx, { action: 'account.resetPassword', word: '找回密码', ...subject, detail });
    await tellPerson(tx, person, { about: `reset ${reset.id}`, text: '已通过找回密码重设密码' });
    return ok();
  });
}

function isEqual(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
