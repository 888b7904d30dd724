import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { EXTENSION, EXTENSION_STATUS } from '@/lib/application/rules/extension-states';
import { STAFF_STATUS } from '@/lib/application/rules/labels';
import { APPLICATION } from '@/lib/application/rules/states';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus } from '@/lib/db/change-status';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { addWorkingDaysOrEstimate, chineseCalendar } from '@/lib/kernel/working-days';
import { extensionById } from '../extension-store';
import type { grantExtensionSchema, refuseExtensionSchema } from '../rules/extension.schema';

type Row = NonNullable<Awaited<ReturnType<typeof extensionById>>>;
type Answer<T = undefined> = Result<T, CommonRefusal>;

/** 同意延期: the case comes back as returned, under a deadline so many working days from today. */
export function grantExtension(
  ctx: Context<StaffActor>,
  { requestId, workingDays }: z.infer<typeof grantExtensionSchema>,
): Promise<Answer<{ deadline: ShanghaiDay }>> {
  return atRequest(ctx, requestId, async (tx, row) => {
    const { application } = row;
    if (application.status !== 'EXPIRED')
      return refuse({ code: 'wrong-state', now: STAFF_STATUS[application.status].word });
    if (application.holdSince) return refuse({ code: 'held', reason: application.holdReason ?? '' });
    const { day: deadline } = addWorkingDaysOrEstimate(shanghaiDayOf(tx.now), workingDays, chineseCalendar);
    const set = { decidedById: tx.actor.id, decidedAt: tx.now, deadline };
    const granted = await changeStatus(tx, EXTENSION, row, 'grant', { set, detail: { deadline } });
    if (!granted.ok) return granted;
    const moved = await changeStatus(tx, APPLICATION, application, 'extend', {
      set: { returnDeadline: deadline, updatedAt: tx.now },
      detail: { deadline },
    });
    return moved.ok ? ok({ deadline }) : moved;
  });
}

/** 不同意延期: the case stays expired; the enterprise reads why. */
export function refuseExtension(
  ctx: Context<StaffActor>,
  { requestId, reason }: z.infer<typeof refuseExtensionSchema>,
): Promise<Answer> {
  return atRequest(ctx, requestId, async (tx, row) => {
    const set = { decidedById: tx.actor.id, decidedAt: tx.now, answer: reason };
    const refused = await changeStatus(tx, EXTENSION, row, 'refuse', { set, detail: { reason } });
    if (!refused.ok) return refused;
    // The log of the case says it too, since that is where people look.
    await writeAudit(tx, {
      action: 'application.refuseExtension',
      word: '不同意延期',
      subjectKind: 'application',
      subjectId: row.application.id,
      detail: { reason },
    });
    return ok();
  });
}

async function atRequest<T>(
  ctx: Context<StaffActor>,
  requestId: string,
  act: (tx: Context<StaffActor>, row: Row) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  authorise(ctx.actor, 'extension.decide');
  return transact(ctx, async (tx): Promise<Answer<T>> => {
    const row = await extensionById(tx.db, requestId);
    if (!row) return refuse({ code: 'not-found' });
    if (row.status !== 'ASKED') return refuse({ code: 'wrong-state', now: EXTENSION_STATUS[row.status].word });
    return act(tx, row);
  });
}
