import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { endOfShanghaiDay, startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { SaveYear } from '../rules/programme.schema';
import type { ProgrammeRefusal } from '../rules/refusals';
import * as store from '../version-store';

type Refusal = ProgrammeRefusal | CommonRefusal;

/**
 * Sets the window and the budget of one year of a programme. Refused where the window would leave out what was handed
 * in, run into another year's, or where the budget would not cover what is reserved, under way and paid.
 */
export async function saveYear(ctx: Context<StaffActor>, input: SaveYear): Promise<Result<undefined, Refusal>> {
  authorise(ctx.actor, 'programme.manage');
  const { programmeId, year, opensOn, closesOn, budgetFen, reason } = input;
  return transact(ctx, async (tx): Promise<Result<undefined, Refusal>> => {
    await store.lockProgrammes(tx.db);
    const years = await store.yearsOf(tx.db, programmeId);
    const standing = years.find((one) => one.year === year);
    if (String(standing?.version ?? '') !== input.seen) return refuse({ code: 'year-moved' });
    const other = years.find((one) => one.year !== year && one.opensOn <= closesOn && opensOn <= one.closesOn);
    if (other) return refuse({ code: 'year-overlaps', year: other.year });
    const [from, until] = [startOfShanghaiDay(opensOn), endOfShanghaiDay(closesOn)];
    const outside = await store.submittedOutside(tx.db, programmeId, year, from, until);
    if (outside > 0) return refuse({ code: 'window-in-use', count: outside });
    const usedFen = standing ? store.usedFenOf(standing) : 0;
    if (budgetFen < usedFen) return refuse({ code: 'budget-in-use', usedFen });
    const set = { opensOn, closesOn, budgetFen };
    if (!standing) await store.insertYear(tx.db, { programmeId, year, ...set });
    else if (!(await store.changeYear(tx.db, standing, set))) return refuse({ code: 'year-moved' });
    const before = standing && {
      opensOn: standing.opensOn,
      closesOn: standing.closesOn,
      budgetFen: Number(standing.budgetFen),
    };
    await writeAudit(tx, {
      action: 'programme.year',
      word: standing ? '修改年度安排' : '新增年度安排',
      subjectKind: 'programme',
      subjectId: programmeId,
      detail: { reason, year, before: before ?? null, after: set },
    });
    return ok();
  });
}
