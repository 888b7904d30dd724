import 'server-only';
import { transact } from '@/lib/db/transact';
import { changeStatus } from '@/lib/db/change-status';
import { EMPLOYEE } from '@/lib/enterprise/rules/states';
import { ok, refuse } from '@/lib/kernel/result';
import { endSessionsOf } from '../password-store';
import type { OneEmployee } from '../rules/employee.schema';
import { employeeToChange, type Administrator, type EmployeeAnswer } from './employee';
import { endPhoneLinks } from './end-phone-links';

/**
 * Disables an account. Its sessions end in the same transaction, so that the next request of any of them is nobody's, and
 * so do the links by which it handed a receipt over to a phone.
 */
export async function disableEmployee(
  ctx: Administrator,
  input: OneEmployee,
): EmployeeAnswer<{ sessionsEnded: number; linksEnded: number }> {
  const found = await employeeToChange(ctx, input.employeeId);
  if (!found.ok) return found;
  if (found.value.status === 'DISABLED') return refuse({ code: 'wrong-state', now: '已停用' });
  return transact(ctx, async (tx) => {
    const person = { kind: 'enterprise', id: found.value.id } as const;
    const changed = await changeStatus(tx, EMPLOYEE, found.value, 'disable');
    if (!changed.ok) return changed;
    const sessionsEnded = await endSessionsOf(tx.db, person, { at: tx.now, reason: 'disabled' });
    const links = await endPhoneLinks(tx, { createdById: person.id }, '办理人的账号已停用');
    return links.ok ? ok({ sessionsEnded, linksEnded: links.value }) : links;
  });
}

/** Lets a disabled account sign in again, with the password that it had. */
export async function enableEmployee(ctx: Administrator, input: OneEmployee): EmployeeAnswer<undefined> {
  const found = await employeeToChange(ctx, input.employeeId);
  if (!found.ok) return found;
  if (found.value.status === 'ACTIVE') return refuse({ code: 'wrong-state', now: '启用中' });
  return transact(ctx, async (tx) => {
    const changed = await changeStatus(tx, EMPLOYEE, found.value, 'enable');
    return changed.ok ? ok() : changed;
  });
}
