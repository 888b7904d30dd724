import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { numberOf } from '../reset-store';
import { requestForDesk } from '../store';

/**
 * 显示号码: a number on record in the clear, to call it back while a 密码重置 is checked or confirmed. The log says who saw
 * whose; it is written before the number is handed out, and never holds it.
 */
export async function revealNumber(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly callee: string },
): Promise<Result<{ clear: string }, CommonRefusal>> {
  authorise(ctx.actor, 'desk.read');
  const row = await requestForDesk(ctx.db, input.id);
  if (row?.kind !== 'PASSWORD_RESET') return refuse({ code: 'not-found' });
  if (row.status !== 'IN_CHECK' && row.status !== 'PROPOSED')
    return refuse({ code: 'wrong-state', now: CHANGE_STATUS[row.status].word });
  const clear = await numberOf(ctx, row.enterpriseId, input.callee);
  if (clear === null) return refuse({ code: 'not-found' });
  return transact(ctx, async (tx) => {
    await writeAudit(tx, {
      ...{ action: 'sensitive.reveal', word: '查看登记电话', subjectKind: 'changeRequest', subjectId: row.id },
      detail: { number: row.number, callee: input.callee },
    });
    return ok({ clear });
  });
}
