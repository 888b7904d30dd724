import 'server-only';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { setIfUnchanged, type DisbursementForAct } from '../store';
import { advance, type AdvanceRefusal } from './advance';

type Chosen = { bankAccountId?: string; contactId?: string; notBefore?: Date | null };

/**
 * Puts another account or contact on a disbursement. Where it was confirmed already this is the edge `adjust`: it voids
 * the paper, and the contact from before is told, in case it was not the enterprise who did it.
 */
export async function choose(
  tx: Context,
  row: DisbursementForAct,
  chosen: Chosen,
  word: string,
): Promise<Result<undefined, AdvanceRefusal>> {
  const before = { bankAccountId: row.bankAccountId, contactId: row.contactId };
  if (row.status !== 'AWAITING_CONFIRMATION') {
    const detail = { word, before, contactId: row.contactId ?? undefined };
    const done = await advance(tx, row, 'adjust', { set: chosen, detail });
    return done.ok ? ok() : done;
  }
  if (!(await setIfUnchanged(tx.db, row, { ...chosen, lastActAt: tx.now }))) {
    return refuse({ code: 'somebody-was-faster' });
  }
  await writeAudit(tx, {
    action: 'disbursement.choose',
    word,
    subjectKind: 'disbursement',
    subjectId: row.id,
    detail: { before },
  });
  return ok();
}
