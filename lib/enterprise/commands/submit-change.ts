import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { nextNumber } from '@/lib/db/numbers';
import { transact } from '@/lib/db/transact';
import { formatNumber } from '@/lib/kernel/numbers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { ChangeRow } from '../change-store';
import { changeAsTyped } from '../change-queries';
import { changedFields, changeMissing } from '../rules/change-missing';
import type { ChangeRefusal } from '../rules/change-refusals';
import { CHANGE_REQUEST } from '../rules/states';
import { editableChange } from './change-at';

/** 提交请求, and 重新提交 of a returned one: complete or not at all; the fields as registered now are kept beside it. */
export async function submitChange(
  ctx: Context<EnterpriseActor>,
  input: { readonly id: string },
): Promise<Result<{ id: string; number: string }, ChangeRefusal | CommonRefusal>> {
  const found = await editableChange(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  const today = shanghaiDayOf(ctx.now);
  return transact(ctx, async (tx) => {
    const typed = await changeAsTyped(tx, row);
    const missing = changeMissing(typed, today);
    if (missing.length > 0) return refuse({ code: 'change-incomplete', missing });
    const year = Number(today.slice(0, 4));
    const number = row.number ?? formatNumber('BG', year, await nextNumber(tx.db, 'BG', year));
    const moved = await changeStatus(tx, CHANGE_REQUEST, row, row.status === 'DRAFT' ? 'submit' : 'resubmit', {
      set: {
        number,
        submittedAt: ctx.now,
        round: row.round + 1,
        requestedById: ctx.actor.id,
        takenById: null,
        takenAt: null,
        ...frozenFields(row, typed),
      },
      detail: { number, kind: row.kind, round: row.round + 1 },
    });
    return moved.ok ? ok({ id: row.id, number }) : moved;
  });
}

/** Of 企业信息变更 what differs, and what stood there; of 管理员变更 what was typed. */
function frozenFields(row: ChangeRow, typed: Awaited<ReturnType<typeof changeAsTyped>>) {
  if (row.kind !== 'ENTERPRISE_INFO') return {};
  const fields = changedFields(typed.answers, typed.registered);
  const before = Object.fromEntries(Object.keys(fields).map((id) => [id, typed.registered[id] ?? '']));
  return { fields, before };
}
