import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { nextNumber } from '@/lib/db/numbers';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { NoticeRefusal } from '../rules/refusals';
import { listTitle, noticeNumber } from '../rules/titles';
import { approvedCases, insertNotice, lockCases, type ApprovedCase } from '../store';
import { linesOf } from './notice-lines';

type Answer<T> = Result<T, NoticeRefusal | CommonRefusal>;

/**
 * 拟定公示名单: a list of approved cases as the public will see it. Names are masked here, so that no page can forget it;
 * a talent to whom the cap left nothing stands in no notice. All cases belong to one programme and year.
 */
export async function makeNotice(
  ctx: Context<StaffActor>,
  input: { applicationIds: string[] },
): Promise<Answer<{ id: string }>> {
  authorise(ctx.actor, 'notice.make');
  return transact(ctx, async (tx): Promise<Answer<{ id: string }>> => {
    await lockCases(tx.db, input.applicationIds);
    const cases = await approvedCases(tx.db, { ids: input.applicationIds });
    const [first] = cases;
    if (!first) return refuse({ code: 'nothing-to-publish' });
    if (cases.length !== new Set(input.applicationIds).size) return refuse({ code: 'somebody-was-faster' });
    if (cases.some((one) => one.programmeId !== first.programmeId || one.programmeYear !== first.programmeYear)) {
      return refuse({ code: 'mixed-programmes' });
    }
    const held = cases.find((one) => one.holdSince);
    if (held) return refuse({ code: 'held', reason: `${held.number ?? ''} ${held.holdReason ?? ''}`.trim() });
    return ok({ id: await write(tx, first, cases) });
  });
}

async function write(tx: Context<StaffActor>, first: ApprovedCase, cases: readonly ApprovedCase[]): Promise<string> {
  const entries = await linesOf(tx, cases);
  const calendarYear = Number(shanghaiDayOf(tx.now).slice(0, 4));
  const notice = {
    number: noticeNumber(calendarYear, await nextNumber(tx.db, 'GS', calendarYear)),
    programmeId: first.programmeId,
    year: first.programmeYear,
    title: listTitle(first.programme.name, first.programmeYear),
    madeById: tx.actor.id,
    createdAt: tx.now,
  };
  const id = await insertNotice(tx.db, notice, entries);
  await writeAudit(tx, {
    action: 'notice.make',
    word: '拟定公示名单',
    subjectKind: 'notice',
    subjectId: id,
    detail: { cases: cases.length },
  });
  return id;
}
