import 'server-only';
import { authorise } from '../authorise';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import { bindAddress, insertAccount } from '../accounts-store';
import { addGrants, programmeRows } from '../employees-store';
import type { AddEmployeeInput } from '../rules/employee.schema';
import {
  employeeSubject,
  sendInitialPassword,
  takePasswordQuota,
  type Administrator,
  type EmployeeAnswer,
} from './employee';
import { newInitialPassword } from './initial-password';

/** Adds a handler (经办人) with the programmes granted to him; the initial password goes to his telephone by SMS. */
export async function addEmployee(
  ctx: Administrator,
  input: AddEmployeeInput,
): EmployeeAnswer<{ id: string; displayName: string }> {
  authorise(ctx.actor, 'employees.manage', ctx.actor);
  const quota = await takePasswordQuota(ctx);
  if (!quota.ok) return quota;
  const initial = await newInitialPassword(ctx.now);
  const { username, displayName, mobile } = input;
  const { enterpriseId } = ctx.actor;
  try {
    return await transact(ctx, async (tx) => {
      const id = newId();
      const known = new Set((await programmeRows(tx.db)).map((programme) => programme.id));
      const programmeIds = input.programmeIds.filter((one) => known.has(one));
      await insertAccount(tx, { id, enterpriseId, username, displayName, role: 'HANDLER', ...initial.columns });
      await bindAddress(tx, id, 'mobile', mobile);
      await addGrants(tx.db, { userId: id, programmeIds, byId: tx.actor.id, at: tx.now });
      await writeAudit(tx, {
        ...{ action: 'employee.add', word: '添加员工', ...employeeSubject(id) },
        detail: { enterpriseId, username, programmeIds },
      });
      await sendInitialPassword(tx, { about: id, username, password: initial.password, mobile });
      return ok({ id, displayName });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse({ code: 'username-taken' });
  }
}
