import 'server-only';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { ENDED } from '../rules/standing';
import type { DisbursementForAct } from '../store';

/** Neither says why: the reason is for staff. */
const TOLD = { hold: 'disbursement-held', unhold: 'disbursement-resumed' } as const;
const WORDS = { hold: '暂停', unhold: '解除暂停' } as const;

/**
 * Writes down that a disbursement was held or let go, whoever or whatever did it, and tells its contact. `row` as it
 * stood before. With the money out nobody is told: there is nothing that the enterprise would wait for.
 */
export async function tellHold(
  tx: Context,
  row: Pick<DisbursementForAct, 'id' | 'status' | 'holdReason'>,
  act: keyof typeof TOLD,
  reason: string,
): Promise<void> {
  const subject = { subjectKind: 'disbursement', subjectId: row.id };
  const detail = { reason, before: row.holdReason };
  const auditId = await writeAudit(tx, { action: `disbursement.${act}`, word: WORDS[act], ...subject, detail });
  if (ENDED.includes(row.status)) return;
  await enqueue(tx.db, 'tell', { kind: TOLD[act], ...subject, auditId }, { key: `tell ${auditId}` });
}
