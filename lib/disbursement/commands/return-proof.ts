import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ReturnProofInput } from '../rules/disbursement.schema';
import { mayAct } from '../rules/standing';
import { forAct, retireProof } from '../store';
import { advance, type AdvanceRefusal } from './advance';

/**
 * Finance returns 在职证明 while it looks at the receipt: those proofs are wanted anew, the receipt is voided and the
 * path starts at the proofs.
 */
export async function returnProof(
  ctx: Context<StaffActor>,
  input: ReturnProofInput,
): Promise<Result<undefined, CommonRefusal | AdvanceRefusal>> {
  authorise(ctx.actor, 'receipt.judge');
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  const may = mayAct(row, ['RECEIPT_REVIEW']);
  if (!may.ok) return may;
  const lines = row.lines.filter((line) => input.lineIds.includes(line.id) && line.state === 'KEPT');
  if (lines.length !== new Set(input.lineIds).size) return refuse({ code: 'not-found' });
  const names = lines.map((line) => line.name).join('、');

  return transact(ctx, async (tx) => {
    const reason = `${names}的在职证明：${input.reason}`;
    const moved = await advance(tx, row, 'returnProof', { detail: { reason, lineIds: input.lineIds } });
    if (!moved.ok) return moved;
    for (const line of lines) await retireProof(tx.db, line.id, ctx.now);
    return ok();
  });
}
