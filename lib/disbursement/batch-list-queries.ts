import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { programmeConfigSchema } from '@/lib/programme/rules/config';
import { batchDetail } from './batch-queries';
import { fallenTalents } from './batch-store';
import type { BatchList } from './rules/batch-list';
import { BATCH_STATUS, STAFF_STATUS } from './rules/labels';
import { payableLines } from './rules/talent-lines';

/** Everything on the printed list of a batch but its hash; null where there is no such batch. */
export async function batchListOf(ctx: Context<StaffActor>, id: string): Promise<Omit<BatchList, 'sha256'> | null> {
  authorise(ctx.actor, 'batch.read');
  const batch = await batchDetail(ctx, id);
  if (!batch) return null;
  const cases = await ctx.db.application.findMany({
    where: { id: { in: batch.members.map(({ applicationId }) => applicationId) } },
    select: {
      ...{ id: true, awardLines: true },
      enterprise: { select: { uscc: true } },
      programmeVersion: { select: { config: true } },
      disbursements: { where: { batchId: id }, select: { lines: { select: { id: true } } } },
    },
  });
  const of = new Map(cases.map((one) => [one.id, one]));
  const fallen = await fallenTalents(ctx.db, [...of.keys()]);
  const rows = batch.members.map((member) => {
    const found = of.get(member.applicationId);
    const opened = found?.disbursements[0]?.lines.length;
    const { caseNumber, enterpriseName, amountFen, disbursement, obstacle } = member;
    return {
      ...{ caseNumber, enterpriseName, amountFen, uscc: found?.enterprise.uscc ?? '' },
      talents: opened ?? (found?.awardLines ? payableLines(found.awardLines, fallen).length : 0),
      state: disbursement ? STAFF_STATUS[disbursement.status].word : (obstacle ?? '待下达'),
    };
  });
  const {
    number,
    programmeName,
    year,
    makerName,
    createdAt: madeAt,
    releaserName,
    releasedAt,
    count,
    totalFen,
  } = batch;
  return {
    ...{ number, programmeName, year, makerName, madeAt, releaserName, releasedAt, count, totalFen, rows },
    payer: cases[0] ? programmeConfigSchema.parse(cases[0].programmeVersion.config).payer : '',
    status: BATCH_STATUS[batch.status].word,
    talents: rows.reduce((sum, row) => sum + row.talents, 0),
  };
}
