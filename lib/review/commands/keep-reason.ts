import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import * as store from '../reason-store';
import type { changeReasonSchema, ReasonInput, reasonSchema } from '../rules/reason.schema';
import type { ReviewAnswer } from './case-at-hand';

type Administrator = Context<StaffActor>;
type Row = NonNullable<Awaited<ReturnType<typeof store.reasonById>>>;
type One = z.infer<typeof reasonSchema>;

/** 新增理由. */
export function addReason(ctx: Administrator, input: ReasonInput): Promise<ReviewAnswer<{ id: string }>> {
  authorise(ctx.actor, 'reason.manage');
  return transact(ctx, async (tx): Promise<ReviewAnswer<{ id: string }>> => {
    const id = await store.insertReason(tx.db, input, tx.now);
    await log(tx, id, 'add', '新增理由', { after: input });
    return ok({ id });
  });
}

/** 修改理由: from now on; what was written with it before stays as it was. The log keeps both. */
export function changeReason(
  ctx: Administrator,
  { reasonId, version, ...input }: z.infer<typeof changeReasonSchema>,
): Promise<ReviewAnswer> {
  return onReason(ctx, reasonId, async (tx, row) => {
    if (row.version !== version) return refuse({ code: 'somebody-was-faster' });
    const { programmeId, purpose, text, clause } = row;
    return write(tx, row, input, ['change', '修改理由'], {
      before: { programmeId, purpose, text, clause },
      after: input,
    });
  });
}

/** 停用: it is offered no more, and stays readable wherever it was used. */
export const retireReason = (ctx: Administrator, { reasonId }: One): Promise<ReviewAnswer> =>
  onReason(ctx, reasonId, async (tx, row) =>
    row.retiredAt
      ? refuse({ code: 'wrong-state', now: '已停用' })
      : write(tx, row, { retiredAt: tx.now }, ['retire', '停用理由'], {}),
  );

/** 恢复. */
export const restoreReason = (ctx: Administrator, { reasonId }: One): Promise<ReviewAnswer> =>
  onReason(ctx, reasonId, async (tx, row) =>
    row.retiredAt
      ? write(tx, row, { retiredAt: null }, ['restore', '恢复理由'], {})
      : refuse({ code: 'wrong-state', now: '在用' }),
  );

/** 前移: changes places with the one before it. */
export const moveReasonUp = (ctx: Administrator, { reasonId }: One): Promise<ReviewAnswer> =>
  onReason(ctx, reasonId, async (tx, row) => {
    const before = await store.reasonBefore(tx.db, row);
    if (!before) return ok();
    if (!(await store.updateReason(tx.db, before, { position: row.position }, tx.now)))
      return refuse({ code: 'somebody-was-faster' });
    return write(tx, row, { position: before.position }, ['move', '调整理由顺序'], { before: before.id });
  });

function onReason(
  ctx: Administrator,
  reasonId: string,
  act: (tx: Administrator, row: Row) => Promise<ReviewAnswer>,
): Promise<ReviewAnswer> {
  authorise(ctx.actor, 'reason.manage');
  return transact(ctx, async (tx): Promise<ReviewAnswer> => {
    const row = await store.reasonById(tx.db, reasonId);
    return row ? act(tx, row) : refuse({ code: 'not-found' });
  });
}

async function write(
  tx: Administrator,
  row: Row,
  change: Parameters<typeof store.updateReason>[2],
  [act, word]: readonly [act: string, word: string],
  detail: Readonly<Record<string, unknown>>,
): Promise<ReviewAnswer> {
  if (!(await store.updateReason(tx.db, row, change, tx.now))) return refuse({ code: 'somebody-was-faster' });
  await log(tx, row.id, act, word, detail);
  return ok();
}

async function log(tx: Administrator, subjectId: string, act: string, word: string, detail: object): Promise<void> {
  await writeAudit(tx, {
    ...{ action: `reason.${act}`, word, subjectKind: 'reviewReason', subjectId },
    detail: { ...detail },
  });
}
