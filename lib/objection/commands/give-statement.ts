import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { HandlingRefusal } from '../rules/refusals';
import { statementForAct, writeStatement } from '../statement-store';
import { placePapers } from '../store';
import { STATEMENT_PAPER } from './upload-paper';

/** 提交说明: what the enterprise says of what is alleged, once, until the last day of the term. */
export async function giveStatement(
  ctx: Context<EnterpriseActor>,
  input: { readonly id: string; readonly text: string; readonly fileIds: readonly string[] },
): Promise<Result<undefined, HandlingRefusal | CommonRefusal>> {
  const row = await statementForAct(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'statement.give', { enterpriseId: row.enterpriseId, application: row.application });
  const isOver = row.objection.status !== 'HANDLING' || row.dueOn < shanghaiDayOf(ctx.now);
  if (isOver) return refuse({ code: 'statement-over', dueOn: shanghaiDay(row.dueOn) });
  return transact(ctx, async (tx) => {
    const said = { text: input.text, givenById: ctx.actor.id, givenAt: ctx.now };
    if (!(await writeStatement(tx.db, row.id, said))) return refuse({ code: 'somebody-was-faster' });
    const own = { uploadedBy: ctx.actor.id, purpose: STATEMENT_PAPER, objectionId: row.objectionId };
    const placed = await placePapers(tx.db, input.fileIds, { ...own, statementId: row.id, at: ctx.now });
    if (!placed) return refuse({ code: 'papers-gone' });
    await writeAudit(tx, {
      ...{ action: 'application.giveStatement', word: '提交异议说明', subjectKind: 'application' },
      ...{ subjectId: row.applicationId, detail: { statementId: row.id, papers: input.fileIds.length } },
    });
    return ok();
  });
}
