import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { OBJECTION_STATUS } from '../rules/labels';
import { mentionsObjector } from '../rules/mentions';
import type { HandlingRefusal } from '../rules/refusals';
import { STATEMENT_DAYS, workingDaysAfter } from '../rules/terms';
import { insertStatement } from '../statement-store';
import { objectionForAct, objectorOf } from '../store';
import { enterpriseOfCase } from '../subject-store';

type Answer = Result<undefined, HandlingRefusal | CommonRefusal>;

/**
 * 请申报单位说明: what is alleged, in the office's own words, to the enterprise of one case, with a deadline. Refused when
 * the text tells who objected.
 */
export async function askStatement(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly applicationId: string; readonly allegation: string },
): Promise<Answer> {
  authorise(ctx.actor, 'objection.handle');
  const row = await objectionForAct(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  if (row.status !== 'HANDLING') return refuse({ code: 'wrong-state', now: OBJECTION_STATUS[row.status].word });
  const { applicationId, allegation } = input;
  if (mentionsObjector(allegation, await objectorOf(ctx, row.id))) return refuse({ code: 'names-objector' });
  if (row.statements.some((one) => one.applicationId === applicationId)) return refuse({ code: 'already-asked' });
  const enterpriseId = await enterpriseOfCase(ctx.db, row.noticeId, applicationId);
  if (!enterpriseId) return refuse({ code: 'not-found' });
  const dueOn = workingDaysAfter(ctx.now, STATEMENT_DAYS);
  return transact(ctx, async (tx): Promise<Answer> => {
    const asked = { askedById: ctx.actor.id, askedAt: ctx.now };
    await insertStatement(tx.db, { objectionId: row.id, applicationId, enterpriseId, allegation, dueOn, ...asked });
    await writeAudit(tx, {
      ...{ action: 'objection.ask', word: '请申报单位说明', subjectKind: 'objection', subjectId: row.id },
      detail: { number: row.number, applicationId, deadline: dueOn },
    });
    // The audit row of the case is what its message reads: it holds nothing of the objection.
    const auditId = await writeAudit(tx, {
      ...{ action: 'application.askStatement', word: '请就公示异议说明', subjectKind: 'application' },
      ...{ subjectId: applicationId, detail: { deadline: dueOn } },
    });
    const payload = { kind: 'statement-asked', subjectKind: 'application', subjectId: applicationId, auditId };
    await enqueue(tx.db, 'tell', payload, { key: `tell ${auditId}` });
    return ok();
  });
}
