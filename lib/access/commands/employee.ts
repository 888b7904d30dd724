import 'server-only';
import type { EnterpriseActor } from '../actor';
import { authorise } from '../authorise';
import type { Context } from '../context';
import type { CommonRefusal } from '../refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { queueSecret } from '@/lib/messaging/commands/queue-secret';
import { initialPasswordText } from '@/lib/messaging/rules/secret-texts';
import { employeeOf, type EmployeeRow } from '../employees-store';
import type { EmployeeRefusal } from '../rules/employee-refusals';
import type { QuotaRule } from '../rules/try-limits';
import { takeFrom, tryKey } from './take-try';

export type Administrator = Context<EnterpriseActor>;
export type EmployeeAnswer<T> = Promise<Result<T, EmployeeRefusal | CommonRefusal>>;

/** Initial passwords by SMS, of one enterprise: more than any morning of additions needs. */
const PASSWORDS_PER_ENTERPRISE: QuotaRule = { most: 30, seconds: 3600 };

/** An account that the administrator may act on: one of his own enterprise, and not an administrator's. */
export async function employeeToChange(
  ctx: Administrator,
  id: string,
): Promise<Result<EmployeeRow, Extract<EmployeeRefusal, { code: 'not-this-account' }> | { code: 'not-found' }>> {
  authorise(ctx.actor, 'employees.manage', ctx.actor);
  const row = await employeeOf(ctx.db, ctx.actor.enterpriseId, id);
  if (!row) return refuse({ code: 'not-found' });
  return row.role === 'ADMIN' ? refuse({ code: 'not-this-account' }) : ok(row);
}

/** Counts one more initial password by SMS, before its transaction, so that a refusal later does not give it back. */
export async function takePasswordQuota(
  ctx: Administrator,
): Promise<Result<undefined, Extract<EmployeeRefusal, { code: 'too-many-passwords' }>>> {
  const key = tryKey(ctx, 'initial-passwords', ctx.actor.enterpriseId);
  const taken = await takeFrom(ctx, key, PASSWORDS_PER_ENTERPRISE);
  return taken.ok ? ok() : refuse({ code: 'too-many-passwords', waitSeconds: taken.refusal.waitSeconds });
}

/** Sends an initial password to its owner. `about` makes the message one of its kind. */
export async function sendInitialPassword(
  tx: Administrator,
  to: { readonly about: string; readonly username: string; readonly password: string; readonly mobile: string },
): Promise<void> {
  await queueSecret(tx, {
    ...{ key: `initial-password ${to.about}`, kind: 'initial-password', channel: 'SMS', address: to.mobile },
    body: initialPasswordText({ ...to, enterpriseName: tx.actor.enterpriseName }),
  });
}

export const employeeSubject = (id: string) => ({ subjectKind: 'employee', subjectId: id }) as const;
