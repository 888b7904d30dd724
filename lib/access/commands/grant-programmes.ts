import 'server-only';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import * as employees from '../employees-store';
import type { OneEmployee } from '../rules/employee.schema';
import { employeeSubject, employeeToChange, type Administrator, type EmployeeAnswer } from './employee';
import { endPhoneLinks } from './end-phone-links';

type Given = OneEmployee & { readonly programmeIds: readonly string[] };

/**
 * Sets which programmes a handler may do business for; what is left out is taken away at once, with the links by which
 * he handed receipts of it over to a phone.
 */
export async function grantProgrammes(ctx: Administrator, input: Given): EmployeeAnswer<{ granted: number }> {
  const found = await employeeToChange(ctx, input.employeeId);
  if (!found.ok) return found;
  if (found.value.role !== 'HANDLER') return refuse({ code: 'not-a-handler' });
  return transact(ctx, async (tx) => {
    const known = new Set((await employees.programmeRows(tx.db)).map(({ id }) => id));
    const programmeIds = input.programmeIds.filter((id) => known.has(id));
    const given = { userId: found.value.id, programmeIds, byId: tx.actor.id, at: tx.now };
    const detail = await employees.replaceGrants(tx.db, given);
    await writeAudit(tx, {
      action: 'employee.grant',
      word: '授权办理事项',
      ...employeeSubject(found.value.id),
      detail,
    });
    const withdrawn = { createdById: found.value.id, programmeIds: detail.removed };
    const links = await endPhoneLinks(tx, withdrawn, '办理人不再办理本事项');
    return links.ok ? ok({ granted: programmeIds.length }) : links;
  });
}

/**
 * Hands the unsubmitted cases of a leaver to a colleague. Drafts belong to the enterprise: super may edit all of them,
 * a handler those of the programmes granted to him. So the colleague is noted as who looks after them, and a handler is
 * granted the programmes that they need.
 */
export async function handOver(
  ctx: Administrator,
  input: OneEmployee & { readonly toId: string },
): EmployeeAnswer<{ cases: number; to: string }> {
  const found = await employeeToChange(ctx, input.employeeId);
  if (!found.ok) return found;
  const { enterpriseId } = ctx.actor;
  const to = await employees.employeeOf(ctx.db, enterpriseId, input.toId);
  const mayTakeOver = to && to.id !== found.value.id && to.status === 'ACTIVE' && to.role !== 'ADMIN';
  if (!mayTakeOver) return refuse({ code: 'cannot-take-over' });
  return transact(ctx, async (tx) => {
    const cases = await employees.openCasesOf(tx.db, enterpriseId, found.value.id);
    if (cases.length === 0) return refuse({ code: 'nothing-to-hand-over' });
    const programmeIds = [...new Set(cases.map(({ programmeId }) => programmeId))];
    if (to.role === 'HANDLER') {
      await employees.addGrants(tx.db, { userId: to.id, programmeIds, byId: tx.actor.id, at: tx.now });
    }
    await employees.setCaretaker(
      tx.db,
      cases.map(({ id }) => id),
      to.id,
    );
    const detail = { from: found.value.username, to: to.username };
    for (const { id } of cases) {
      const subject = { subjectKind: 'application', subjectId: id };
      await writeAudit(tx, { action: 'application.handOver', word: '交接经办人', ...subject, detail });
    }
    const subject = employeeSubject(found.value.id);
    await writeAudit(tx, {
      action: 'employee.handOver',
      word: '交接草稿',
      ...subject,
      detail: { ...detail, programmeIds },
    });
    return ok({ cases: cases.length, to: to.displayName });
  });
}
