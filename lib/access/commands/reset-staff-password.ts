import 'server-only';
import { authorise } from '../authorise';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { ok, refuse } from '@/lib/kernel/result';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { staffInitialPasswordText } from '@/lib/messaging/rules/secret-texts';
import { addressesOfPerson } from '../accounts-store';
import { endSessionsOf, setPassword } from '../password-store';
import type { ChangeStaffInput } from '../rules/staff.schema';
import type { QuotaRule } from '../rules/try-limits';
import { newInitialPassword } from './initial-password';
import { changeStaff, staffSubject, type SecurityAdministrator, type StaffAnswer } from './staff-account';
import { takeFrom, tryKey } from './take-try';

const PASSWORDS_PER_PERSON: QuotaRule = { most: 5, seconds: 3600 };

/**
 * 重置密码 of one of the office: the initial password goes by SMS to the telephone that he bound himself, and nowhere else.
 * The administrator neither sees it nor chooses the number, so that alone he gets into nobody's account.
 */
export async function resetStaffPassword(
  ctx: SecurityAdministrator,
  input: ChangeStaffInput,
): StaffAnswer<{ masked: string }> {
  authorise(ctx.actor, 'staff.manage');
  const quota = await takeFrom(ctx, tryKey(ctx, 'staff-passwords', input.staffId), PASSWORDS_PER_PERSON);
  if (!quota.ok) return refuse({ code: 'too-many-passwords', waitSeconds: quota.refusal.waitSeconds });
  const initial = await newInitialPassword(ctx.now);
  return changeStaff(ctx, input.staffId, async (tx, row) => {
    if (row.status === 'DISABLED') return refuse({ code: 'wrong-state', now: '已停用' });
    const person = { kind: 'staff', id: row.id } as const;
    const { mobile, username } = await addressesOfPerson(tx, person);
    if (!mobile) return refuse({ code: 'nowhere-to-send' });
    await setPassword(tx.db, person, { ...initial.columns, mustChangePassword: true });
    const sessionsEnded = await endSessionsOf(tx.db, person, { at: tx.now, reason: 'password-reset' });
    await queueSecret(tx, {
      ...{ key: `initial-password ${newId()}`, kind: 'initial-password', channel: 'SMS', address: mobile },
      body: staffInitialPasswordText({ username, password: initial.password }),
    });
    await writeAudit(tx, {
      ...{ action: 'staffAccount.resetPassword', word: '重置密码', ...staffSubject(row.id) },
      detail: { reason: input.reason, sessionsEnded },
    });
    return ok({ masked: row.maskedMobile ?? '' });
  });
}
