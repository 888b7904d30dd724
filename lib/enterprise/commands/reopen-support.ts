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

export const reopenSupportSchema = z.strictObject({ ticketId: z.uuid() });

/** Takes an answered call for help up again: the answer before stays in the log. */
export async function reopenSupport(
  ctx: Context<StaffActor>,
  { ticketId }: z.infer<typeof reopenSupportSchema>,
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'support.answer');
  return transact(ctx, async (tx) => {
    const row = await ticketForAnswer(tx.db, ticketId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.status !== 'ANSWERED') return ok();
    const changed = await changeStatus(tx, SUPPORT_TICKET, row, 'reopen', { detail: { answer: row.answer } });
    return changed.ok ? ok() : changed;
  });
}
