import 'server-only';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import { addressesOf, bindAddress } from '../accounts-store';
import { endSessionsOf, setPassword } from '../password-store';
import type { OneEmployee } from '../rules/employee.schema';
import {
  employeeSubject,
  employeeToChange,
  sendInitialPassword,
  takePasswordQuota,
  type Administrator,
  type EmployeeAnswer,
} from './employee';
import { newInitialPassword } from './initial-password';

/**
 * Gives super or a handler a new initial password by SMS to the bound telephone; the old one and all sessions end.
 * The administrator never sees it.
 */
export async function resetEmployeePassword(
  ctx: Administrator,
  input: OneEmployee,
): EmployeeAnswer<{ masked: string }> {
  const found = await employeeToChange(ctx, input.employeeId);
  if (!found.ok) return found;
  const { id, username, maskedMobile } = found.value;
  const { mobile } = await addressesOf(ctx, id);
  if (!mobile) return refuse({ code: 'no-mobile' });
  const quota = await takePasswordQuota(ctx);
  if (!quota.ok) return quota;
  const initial = await newInitialPassword(ctx.now);
  return transact(ctx, async (tx) => {
    const person = { kind: 'enterprise', id } as const;
    await setPassword(tx.db, person, { ...initial.columns, mustChangePassword: true });
    const sessionsEnded = await endSessionsOf(tx.db, person, { at: tx.now, reason: 'password-reset' });
    const detail = { sessionsEnded };
    await writeAudit(tx, { action: 'employee.resetPassword', word: '重置员工密码', ...employeeSubject(id), detail });
    await sendInitialPassword(tx, { about: newId(), username, password: initial.password, mobile });
    return ok({ masked: maskedMobile ?? '' });
  });
}

/** Binds a telephone to super or a handler, in place of the one before. */
export async function bindEmployeeMobile(
  ctx: Administrator,
  input: OneEmployee & { readonly mobile: string },
): EmployeeAnswer<undefined> {
  const found = await employeeToChange(ctx, input.employeeId);
  if (!found.ok) return found;
  return transact(ctx, async (tx) => {
    await bindAddress(tx, found.value.id, 'mobile', input.mobile);
    const detail = { before: found.value.maskedMobile };
    await writeAudit(tx, { action: 'employee.bind', word: '绑定员工手机', ...employeeSubject(found.value.id), detail });
    return ok();
  });
}
