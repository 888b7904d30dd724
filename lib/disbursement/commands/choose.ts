import 'server-only';
import type { Context } from '@/lib/access/context';
import { tellPayeeChanged } from '@/lib/access/commands/tell-administrator';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { setIfUnchanged, type DisbursementForAct } from '../store';
import { advance, type AdvanceRefusal } from './advance';

type Chosen = { bankAccountId?: string; contactId?: string; notBefore?: Date | null };

/**
 * Puts another account or contact on a disbursement. Where it was confirmed already this is the edge `adjust`, which
 * voids the paper. The contact from before and the administrator are told either way, in case it was not the enterprise
 * who did it.
 */
export async function choose(
  tx: Context,
  row: DisbursementForAct,
  chosen: Chosen,
  word: string,
): Promise<Result<undefined, AdvanceRefusal>> {
  const detail = {
    word,
    before: { bankAccountId: row.bankAccountId, contactId: row.contactId },
    // The addressee of the message.
    contactId: row.contactId ?? undefined,
  };
  if (row.status !== 'AWAITING_CONFIRMATION') {
    const done = await advance(tx, row, 'adjust', { set: chosen, detail });
    if (!done.ok) return done;
    await tellPayeeChanged(tx, { ...row, about: `${row.id} ${row.version}` });
    return ok();
  }
  if (!(await setIfUnchanged(tx.db, row, { ...chosen, lastActAt: tx.now }))) {
    return refuse({ code: 'somebody-was-faster' });
  }
  const subject = { subjectKind: 'disbursement', subjectId: row.id };
  const auditId = await writeAudit(tx, { action: 'disbursement.choose', word, ...subject, detail });
  const isChange = row.contactId !== null && (chosen.contactId !== undefined || row.bankAccountId !== null);
  if (!isChange) return ok();
  await enqueue(tx.db, 'tell', { kind: 'account-changed', ...subject, auditId }, { key: `tell ${auditId}` });
  await tellPayeeChanged(tx, { ...row, about: `${row.id} ${row.version}` });
  return ok();
}
