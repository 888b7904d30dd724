import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { OBJECTION_STATUS } from '../rules/labels';
import type { Objector } from '../rules/mentions';
import { objectionForAct, objectorOf } from '../store';
import { closeClue, insertNote } from '../subject-store';

/** 核查记录: what was found out; never changed afterwards. */
export async function noteObjection(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly text: string },
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'objection.read');
  const row = await objectionForAct(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  if (row.status !== 'HANDLING') return refuse({ code: 'wrong-state', now: OBJECTION_STATUS[row.status].word });
  return transact(ctx, async (tx) => {
    await insertNote(tx.db, { objectionId: row.id, byId: ctx.actor.id, at: ctx.now, text: input.text });
    await writeAudit(tx, {
      ...{ action: 'objection.note', word: '记录核查情况', subjectKind: 'objection', subjectId: row.id },
      detail: { number: row.number },
    });
    return ok();
  });
}

/** 显示异议人: in the clear, to call back. The log says who looked; it is written first and holds none of it. */
export async function revealObjector(
  ctx: Context<StaffActor>,
  input: { readonly id: string },
): Promise<Result<Objector, CommonRefusal>> {
  authorise(ctx.actor, 'objection.read');
  const row = await objectionForAct(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  return transact(ctx, async (tx) => {
    await writeAudit(tx, {
      ...{ action: 'sensitive.reveal', word: '查看异议人信息', subjectKind: 'objection', subjectId: row.id },
      detail: { number: row.number },
    });
    return ok(await objectorOf(tx, row.id));
  });
}

/** 线索已核查: what came of a hint; nobody is answered. */
export async function closeHint(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly result: string },
): Promise<Result<undefined, CommonRefusal>> {
  authorise(ctx.actor, 'objection.handle');
  return transact(ctx, async (tx) => {
    const seen = { seenById: ctx.actor.id, seenAt: ctx.now, result: input.result };
    if (!(await closeClue(tx.db, input.id, seen))) return refuse({ code: 'somebody-was-faster' });
    await writeAudit(tx, { action: 'clue.close', word: '线索已核查', subjectKind: 'clue', subjectId: input.id });
    return ok();
  });
}
