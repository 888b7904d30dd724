import 'server-only';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { returnedOpenOn, setReturnDeadline } from '../due-store';
import { afterHold } from '../rules/deadlines';

/**
 * A hold of a case or the freezing of its enterprise is over: the last day of what was returned goes on by the days
 * lost. For the areas that put such holds on, in the transaction that takes them off.
 */
export async function prolongReturned(
  tx: Context,
  of: { readonly enterpriseId: string } | { readonly id: string },
  since: Date,
): Promise<void> {
  for (const row of await returnedOpenOn(tx.db, of, shanghaiDayOf(since))) {
    if (!row.returnDeadline) continue;
    const before = shanghaiDay(row.returnDeadline);
    const heldSince = row.returnedAt && row.returnedAt > since ? row.returnedAt : since;
    const deadline = afterHold(before, { since: heldSince, until: tx.now }, chineseCalendar);
    if (deadline === before) continue;
    await setReturnDeadline(tx.db, row.id, deadline);
    const subject = { subjectKind: 'application', subjectId: row.id };
    await writeAudit(tx, { action: 'application.prolong', word: '期限顺延', ...subject, detail: { before, deadline } });
  }
}
