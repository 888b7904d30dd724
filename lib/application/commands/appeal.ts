import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, type Result } from '@/lib/kernel/result';
import { chineseCalendar } from '@/lib/kernel/working-days';
import type { ApplicationRefusal } from '../rules/refusals';
import { decideAppeal, type remedySchema } from '../rules/remedies';
import { APPLICATION } from '../rules/states';
import { holdOf, ownApplication } from './editing';

type Answer = Result<{ applicationId: string }, ApplicationRefusal | CommonRefusal>;

/** 复核申请: once, within ten working days after the refusal; the case goes to a final reviewer who did not decide it. */
export async function appeal(
  ctx: Context<EnterpriseActor>,
  { applicationId, reason }: z.infer<typeof remedySchema>,
): Promise<Answer> {
  const own = await ownApplication(ctx, applicationId, 'application.appeal');
  if (!own.ok) return own;
  const row = own.value;
  if (row.status === 'AWAITING_FINAL' && row.appealReason === reason) return ok({ applicationId });
  const facts = { status: row.status, holdReason: holdOf(row), now: ctx.now };
  const decision = decideAppeal(
    { ...facts, refusedAt: row.decidedAt, isAppealed: row.appealedAt !== null },
    chineseCalendar,
  );
  if (!decision.ok) return decision;
  return transact(ctx, async (tx): Promise<Answer> => {
    const set = { appealedAt: tx.now, appealReason: reason, reservedForId: null, updatedAt: tx.now };
    const done = await changeStatus(tx, APPLICATION, row, 'appeal', { set, detail: { reason } });
    return done.ok ? ok({ applicationId }) : done;
  });
}
