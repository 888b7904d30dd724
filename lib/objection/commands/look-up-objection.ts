import 'server-only';
import { takeFrom, takeFromQuota, tryKey } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { LOOK_UPS_PER_NETWORK, LOOK_UPS_PER_OBJECTION } from '@/lib/access/rules/try-limits';
import { openSealed } from '@/lib/db/sealed';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { progressOf, type LookUpInput, type ObjectionProgress } from '../rules/look-up';
import type { LookUpRefusal } from '../rules/refusals';
import { objectionByNumber } from '../store';

/**
 * How far an objection is, for whoever holds its number and the last four digits of the telephone. An unknown number and
 * wrong digits are answered alike; looks are counted by network and by number, so that digits cannot be tried through.
 */
export async function lookUpObjection(
  ctx: Context,
  input: LookUpInput,
): Promise<Result<ObjectionProgress, LookUpRefusal>> {
  const network = await takeFromQuota(ctx, 'objection progress', LOOK_UPS_PER_NETWORK);
  if (!network.ok) return network;
  const own = await takeFrom(ctx, tryKey(ctx, 'objection progress of', input.number), LOOK_UPS_PER_OBJECTION);
  if (!own.ok) return own;
  const row = await objectionByNumber(ctx.db, input.number);
  const telephone = row && (await openSealed(ctx, { table: 'objection', column: 'telephone', rowId: row.id }));
  if (!row || !telephone?.replace(/\D/g, '').endsWith(input.tail)) return refuse({ code: 'no-such-objection' });
  return ok(progressOf(row));
}
