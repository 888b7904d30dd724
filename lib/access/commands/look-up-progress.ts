import 'server-only';
import { PUBLIC_STATUS } from '@/lib/application/rules/labels';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Context } from '../context';
import type { ProgressInput, PublicProgress } from '../rules/progress';
import { LOOK_UPS_PER_NETWORK } from '../rules/try-limits';
import { caseByNumber, lastChangeOf } from '../store';
import { takeFromQuota, type TooMany } from './take-try';

/**
 * How far a case is, for whoever holds its 受理编号 and the last six characters of the USCC. An unknown number and a
 * wrong tail are answered alike; each look costs one of the network's.
 */
export async function lookUpProgress(
  ctx: Context,
  input: ProgressInput,
): Promise<Result<PublicProgress, { code: 'no-such-case' } | TooMany>> {
  const quota = await takeFromQuota(ctx, 'progress', LOOK_UPS_PER_NETWORK);
  if (!quota.ok) return quota;
  const found = await caseByNumber(ctx.db, input.number);
  if (!found?.enterprise.uscc.endsWith(input.usccTail)) return refuse({ code: 'no-such-case' });
  const { word, tone, icon } = PUBLIC_STATUS[found.status];
  const since = shanghaiDayOf(await lastChangeOf(ctx.db, found));
  const submittedOn = found.submittedAt && shanghaiDayOf(found.submittedAt);
  return ok({ number: input.number, word, tone, icon, since, submittedOn });
}
