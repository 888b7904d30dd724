import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { inTransaction } from '@/lib/db/transact';
import { addDays, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { draftsToRemind, putReminder, returnedToRemind, windowsClosing } from '../due-store';
import { DRAFT_MARKS, markReached, RETURN_MARKS, type MarkReached } from '../rules/reminders';

/** Reminds of drafts before their window closes, and of returned cases before their deadline; each mark once. */
export async function remind(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  return (await remindDrafts(ctx)) + (await remindReturned(ctx));
}

async function remindDrafts(ctx: Context): Promise<number> {
  const today = shanghaiDayOf(ctx.now);
  const farthest = Math.max(...DRAFT_MARKS.map(({ daysBefore }) => daysBefore));
  let told = 0;
  for (const { programmeId, year, closesOn } of await windowsClosing(ctx.db, today, addDays(today, farthest))) {
    const mark = markReached('draft', closesOn, ctx.now);
    if (!mark) continue;
    for (const { id } of await draftsToRemind(ctx.db, { programmeId, year }, mark))
      told += await tellOnce(ctx, id, 'draft-reminder', closesOn, mark);
  }
  return told;
}

async function remindReturned(ctx: Context): Promise<number> {
  const today = shanghaiDayOf(ctx.now);
  let told = 0;
  for (let ahead = 0; ahead <= Math.max(...RETURN_MARKS.map(({ daysBefore }) => daysBefore)); ahead += 1) {
    const lastDay = addDays(today, ahead);
    const mark = markReached('return', lastDay, ctx.now);
    if (!mark) continue;
    for (const { id } of await returnedToRemind(ctx.db, lastDay, mark))
      told += await tellOnce(ctx, id, 'return-reminder', lastDay, mark);
  }
  return told;
}

/** The row of the reminder and the job of its message stand or fall together; whoever comes second does nothing. */
function tellOnce(
  ctx: Context,
  id: string,
  kind: string,
  deadline: ShanghaiDay,
  { key }: MarkReached,
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    if (!(await putReminder(tx.db, id, key, tx.now))) return 0;
    const auditId = await writeAudit(tx, {
      action: 'application.remind',
      word: '发出提醒',
      subjectKind: 'application',
      subjectId: id,
      detail: { key, deadline },
    });
    await enqueue(
      tx.db,
      'tell',
      { kind, subjectKind: 'application', subjectId: id, auditId },
      { key: `tell ${auditId}` },
    );
    return 1;
  });
}
