import 'server-only';
import { z } from 'zod';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { nextNumber } from '@/lib/db/numbers';
import { transact } from '@/lib/db/transact';
import { maskName } from '@/lib/kernel/personal-name';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { programmeConfigSchema } from '@/lib/programme/rules/config';
import type { NoticeRefusal } from '../rules/refusals';
import { approvedCases, insertNotice } from '../store';

/** The lines that an approval keeps with its case. */
const keptLines = z.array(
  z.object({ talentId: z.string(), name: z.string(), categoryLabel: z.string(), grantedFen: z.number() }),
);

/**
 * Makes a list of approved cases, as the public will see it: names are masked here, so that no page can forget it. A
 * talent to whom the cap left nothing stands in no notice. All cases belong to one programme and year.
 */
export async function makeNotice(
  ctx: Context<StaffActor>,
  input: { applicationIds: string[] },
): Promise<Result<{ id: string }, NoticeRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'notice.make');
  return transact(ctx, async (tx) => {
    const cases = await approvedCases(tx.db, { ids: input.applicationIds });
    const [first] = cases;
    if (!first) return refuse({ code: 'nothing-to-publish' });
    if (cases.length !== new Set(input.applicationIds).size) return refuse({ code: 'somebody-was-faster' });
    if (cases.some((one) => one.programmeId !== first.programmeId || one.programmeYear !== first.programmeYear)) {
      return refuse({ code: 'mixed-programmes' });
    }
    const held = cases.find((one) => one.holdSince);
    if (held) return refuse({ code: 'held', reason: `${held.number ?? ''} ${held.holdReason ?? ''}` });
    const masked = programmeConfigSchema.parse(first.programmeVersion.config).notice.masked;
    const entries = cases.flatMap((one) =>
      keptLines
        .parse(one.awardLines)
        .filter((line) => line.grantedFen > 0)
        .map((line) => ({
          applicationId: one.id,
          talentId: line.talentId,
          enterpriseName: one.enterprise.name,
          shownName: masked ? maskName(line.name) : line.name,
          categoryLabel: line.categoryLabel,
          amountFen: line.grantedFen,
        })),
    );
    const calendarYear = Number(shanghaiDayOf(ctx.now).slice(0, 4));
    const sequence = await nextNumber(tx.db, 'GS', calendarYear);
    const id = await insertNotice(
      tx.db,
      {
        number: `GS${calendarYear}${String(sequence).padStart(3, '0')}`,
        programmeId: first.programmeId,
        year: first.programmeYear,
        title: `${first.programme.name}${first.programmeYear}年度拟拨付名单公示（第 ${sequence} 批）`,
        madeById: ctx.actor.id,
        createdAt: ctx.now,
      },
      entries,
    );
    await writeAudit(tx, {
      action: 'notice.make',
      word: '拟定公示名单',
      subjectKind: 'notice',
      subjectId: id,
      detail: { cases: cases.length },
    });
    return ok({ id });
  });
}
