import 'server-only';
import type { Context } from '@/lib/access/context';
import type { SomebodyWasFaster } from '@/lib/db/change-status';
import { ok, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { proofsComplete } from '../rules/talent-lines';
import { forAct } from '../store';
import { advance, type AdvanceRefusal } from './advance';

/**
 * After a proof came or a declaration was decided: moves on to the confirmation when nothing is wanted any more. Reads
 * the disbursement again, since the caller has just changed its talents.
 */
export async function moveOnWhenComplete(
  tx: Context,
  disbursementId: string,
): Promise<Result<{ complete: boolean }, AdvanceRefusal | SomebodyWasFaster>> {
  const row = await forAct(tx.db, disbursementId);
  if (!row || row.status !== 'AWAITING_PROOF') return ok({ complete: row?.status === 'AWAITING_CONFIRMATION' });
  if (!proofsComplete(row.lines, shanghaiDayOf(tx.now), row.terms.proofMaxAgeDays)) return ok({ complete: false });
  const moved = await advance(tx, row, 'proofsComplete');
  return moved.ok ? ok({ complete: true }) : moved;
}
