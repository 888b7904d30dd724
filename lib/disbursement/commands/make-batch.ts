import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { nextNumber } from '@/lib/db/numbers';
import { transact } from '@/lib/db/transact';
import { batchNumber } from '@/lib/kernel/numbers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { casesForBatch, insertBatch, lockCases, type CaseForBatch } from '../batch-store';
import { budgetOf } from '../money-store';
import { controlTotals } from '../rules/batch-totals';
import { CASES_PER_BATCH_MAX } from '../rules/numbers';
import type { FinanceRefusal } from '../rules/refusals';

export type MakeBatchInput = {
  readonly programmeId: string;
  readonly year: number;
  readonly applicationIds: readonly string[];
};

/**
 * Makes a batch (批次) out of CLEARED cases of one programme year. Nothing moves yet: money is reserved and the
 * enterprises are told when another person releases it. Refuses `nothing-chosen`, `too-many`, `cases-blocked` (with each case and
 * why), `budget-short`.
 */
export async function makeBatch(
  ctx: Context<StaffActor>,
  input: MakeBatchInput,
): Promise<Result<{ id: string; number: string }, FinanceRefusal | CommonRefusal>> {
  authorise(ctx.actor, 'batch.make');
  const ids = [...new Set(input.applicationIds)];
  if (ids.length === 0) return refuse({ code: 'nothing-chosen' });
  if (ids.length > CASES_PER_BATCH_MAX) return refuse({ code: 'too-many', max: CASES_PER_BATCH_MAX, unit: '件' });
  return transact(ctx, async (tx) => {
    await lockCases(tx.db, ids);
    const cases = await casesForBatch(tx.db, { id: { in: ids } });
    const fitting = await fittingCases(tx, input, ids.length, cases);
    if (!fitting.ok) return fitting;
    const { programmeId, year } = input;
    const issueYear = Number(shanghaiDayOf(ctx.now).slice(0, 4));
    const number = batchNumber(issueYear, await nextNumber(tx.db, 'PC', issueYear));
    const id = newId();
    const members = cases.map(({ id: applicationId, amountFen }) => ({ applicationId, amountFen }));
    await insertBatch(tx.db, { id, number, programmeId, year, makerId: ctx.actor.id, createdAt: ctx.now }, members);
    const totals = controlTotals(members.map((member) => member.amountFen));
    await writeAudit(tx, {
      action: 'batch.make',
      word: '生成批次',
      subjectKind: 'batch',
      subjectId: id,
      to: 'DRAFT',
      detail: { number, ...totals },
    });
    return ok({ id, number });
  });
}

async function fittingCases(
  tx: Context,
  { programmeId, year }: MakeBatchInput,
  asked: number,
  cases: readonly CaseForBatch[],
): Promise<Result<undefined, FinanceRefusal | CommonRefusal>> {
  const elsewhere = cases.some((one) => one.programmeId !== programmeId || one.programmeYear !== year);
  if (elsewhere || cases.length !== asked) return refuse({ code: 'not-found' });
  const blocked = cases.flatMap(({ number, obstacle }) => (obstacle ? [{ number: number ?? '', why: obstacle }] : []));
  if (blocked.length > 0) return refuse({ code: 'cases-blocked', cases: blocked });
  const budget = await budgetOf(tx.db, { programmeId, year });
  const { totalFen } = controlTotals(cases.map((one) => one.amountFen));
  const freeFen = budget?.freeFen ?? 0;
  return totalFen <= freeFen ? ok() : refuse({ code: 'budget-short', neededFen: totalFen, freeFen });
}
