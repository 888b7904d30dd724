import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { LeftInput } from '../rules/disbursement.schema';
import type { DisbursementRefusal } from '../rules/refusals';
import { BEFORE_REVIEW, ownerMayAct } from '../rules/standing';
import { forAct, setIfUnchanged, setLineState } from '../store';
import { advance, type AdvanceRefusal } from './advance';

/**
 * Declares that a talent has left (已离职), with the reason; 复审 decides whether that money falls away. A printed
 * receipt is voided, since it may no longer be true, and the path goes back to the proofs. Once per talent.
 */
export async function declareLeft(
  ctx: Context<EnterpriseActor>,
  input: LeftInput,
): Promise<Result<undefined, DisbursementRefusal | CommonRefusal | AdvanceRefusal>> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const may = ownerMayAct(row, BEFORE_REVIEW);
  if (!may.ok) return may;
  const line = row.lines.find((one) => one.id === input.lineId);
  if (!line) return refuse({ code: 'not-found' });
  if (line.state !== 'KEPT' || line.leftReason !== null) return refuse({ code: 'left-not-open', name: line.name });

  return transact(ctx, async (tx) => {
    const detail = { lineId: line.id, reason: input.reason };
    if (row.status === 'AWAITING_PROOF') {
      if (!(await setIfUnchanged(tx.db, row, { lastActAt: ctx.now }))) return refuse({ code: 'somebody-was-faster' });
      await writeAudit(tx, {
        action: 'disbursement.declareLeft',
        word: '申报已离职',
        subjectKind: 'disbursement',
        subjectId: row.id,
        detail,
      });
    } else {
      const moved = await advance(tx, row, 'declareLeft', { detail });
      if (!moved.ok) return moved;
    }
    const declared = await setLineState(tx.db, line.id, 'KEPT', 'LEFT_DECLARED', input.reason);
    return declared ? ok() : refuse({ code: 'somebody-was-faster' });
  });
}
