import 'server-only';
import type { Context } from '@/lib/access/context';
import { APPLICATION } from '@/lib/application/rules/states';
import { writeAudit } from '@/lib/audit/write';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { ok, type Result } from '@/lib/kernel/result';
import { insertDisbursement, type CaseForBatch } from '../batch-store';

/**
 * Opens the disbursement (资金事项) of one case of a batch that is being released, with a line per talent; the case moves
 * to DISBURSING and its contact is told. Answers its id. `bankAccountId` is only proposed to the enterprise. The money is reserved by the caller for the whole batch at once.
 */
export async function openDisbursement(
  tx: Context,
  batch: { readonly id: string; readonly number: string },
  one: CaseForBatch,
  bankAccountId: string | null,
): Promise<Result<{ id: string }, SomebodyWasFaster>> {
  const moved = await changeStatus(tx, APPLICATION, one, 'batch', { detail: { batchNumber: batch.number } });
  if (!moved.ok) return moved;
  const id = newId();
  const row = {
    id,
    batchId: batch.id,
    applicationId: one.id,
    enterpriseId: one.enterpriseId,
    amountFen: one.amountFen,
    contactId: one.contactId,
    bankAccountId,
    openedAt: tx.now,
  };
  const lines = one.lines.map(({ talentId, name, categoryLabel, grantedFen }) => ({
    id: newId(),
    talentId,
    name,
    categoryLabel,
    grantedFen,
  }));
  await insertDisbursement(tx.db, row, lines);
  await writeAudit(tx, {
    action: 'disbursement.open',
    word: '启动拨付',
    subjectKind: 'disbursement',
    subjectId: id,
    to: 'AWAITING_PROOF',
    detail: { batchNumber: batch.number, amountFen: one.amountFen, talents: lines.length },
  });
  return ok({ id });
}
