import 'server-only';
import { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { SUPPORT_TICKET } from '../rules/states';
import { ticketForAnswer } from '../support-store';

export const answerSupportSchema = z.strictObject({
  ticketId: z.uuid(),
  answer: z.string().trim().min(2, '请写明处理结果，至少 2 个字。').max(500, '不超过 500 个字。'),
});

/** The officer has rung and writes what came of it. */
export async function answerSupport(
  ctx: Context<StaffActor>,
  { ticketId, answer }: z.infer<typeof answerSupportSchema>,
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'support.answer');
  return transact(ctx, async (tx) => {
    const row = await ticketForAnswer(tx.db, ticketId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.status !== 'OPEN') return refuse({ code: 'wrong-state', now: '已答复' });
    const changed = await changeStatus(tx, SUPPORT_TICKET, row, 'answer', {
      set: { answer, answeredById: ctx.actor.id, answeredAt: ctx.now },
    });
    return changed.ok ? ok() : changed;
  });
}
