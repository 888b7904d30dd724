import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { RecordObjectionInput } from '../rules/objection.schema';
import type { RecordRefusal } from '../rules/refusals';
import { isRunning, noticeForObjection } from '../store';
import { receiveObjection } from './receive-objection';

type Refusal = RecordRefusal | CommonRefusal;

/**
 * 登记异议 that came on paper, by telephone or in person; also a late one, after the period, about a case that may be on its
 * way to be paid. A late one holds up nothing by itself: who handles it decides about a hold.
 */
export async function recordObjection(
  ctx: Context<StaffActor>,
  input: RecordObjectionInput,
): Promise<Result<{ id: string }, Refusal>> {
  authorise(ctx.actor, 'objection.handle');
  return transact(ctx, async (tx): Promise<Result<{ id: string }, Refusal>> => {
    const notice = await noticeForObjection(tx.db, input.number);
    if (!notice || (notice.status !== 'PUBLISHED' && notice.status !== 'ENDED')) {
      return refuse({ code: 'no-such-notice' });
    }
    const line = notice.entries.find(({ position }) => position === input.place);
    if (input.place > 0 && (!line || line.withdrawnAt)) return refuse({ code: 'no-such-place' });
    const isLate = !isRunning(notice, shanghaiDayOf(tx.now));
    const { id } = await receiveObjection(tx, notice, {
      ...{ name: input.name, telephone: input.telephone, email: input.email, facts: input.facts },
      ...{ entry: line ?? null, via: input.via, isLate, recordedById: ctx.actor.id },
    });
    return ok({ id });
  });
}
