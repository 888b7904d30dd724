import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { inTransaction } from '@/lib/db/transact';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { daysRun, FIRST_MARK, lapsesAfter, openedBefore, reminderDue } from '../rules/days';
import { nextStep } from '../rules/next-step';
import { daysOf, forAct, putReminder, waitingSince } from '../store';

/** Reminds of disbursements that wait for the enterprise, so many days after they opened; each mark once. Answers how many. */
export async function remindDisbursements(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  let told = 0;
  for await (const row of waitingSince(ctx.db, openedBefore(FIRST_MARK, ctx.now))) {
    const key = reminderDue(row, ctx.now);
    if (key && (await tellOnce(ctx, row.id, key))) told += 1;
  }
  return told;
}

/** The row of the reminder and the job of its message stand or fall together; whoever comes second does nothing. */
function tellOnce(ctx: Context, id: string, key: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const row = await forAct(tx.db, id);
    if (!row || !daysRun(row) || !(await putReminder(tx.db, id, key, tx.now))) return false;
    const deadline = lapsesAfter(await daysOf(tx.db, id), row.terms.lapseDays, shanghaiDayOf(tx.now));
    const { what } = nextStep({ ...row, lapsesAfter: deadline });
    const subject = { subjectKind: 'disbursement', subjectId: id };
    const detail = { key, deadline, reason: what };
    const auditId = await writeAudit(tx, { action: 'disbursement.remind', word: '发出提醒', ...subject, detail });
    const payload = { kind: 'disbursement-reminder', ...subject, auditId };
    await enqueue(tx.db, 'tell', payload, { key: `tell ${auditId}` });
    return true;
  });
}
