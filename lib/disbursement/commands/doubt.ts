import 'server-only';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { ok, type Result } from '@/lib/kernel/result';
import { bankHold } from '../rules/holds';
import { forAct, holdDisbursement } from '../store';
import { reopenSaidPaid, type NotPaid } from '../unmatched-store';
import { applyRecordedStops } from './apply-recorded-stops';
import { tellHold } from './tell-hold';

/** Holds a disbursement because of what the bank says of an order; a hold that stands already stays as it is. */
export async function doubt(tx: Context, disbursementId: string, lineNumber: string): Promise<void> {
  const row = await forAct(tx.db, disbursementId);
  const why = bankHold(lineNumber);
  if (row && (await holdDisbursement(tx.db, row.id, why, tx.now))) await tellHold(tx, row, 'hold', why);
}

/** Brings up again what the bank said earlier of disbursements whose money did not stay out, and holds them. */
export async function doubtAgain(tx: Context, notPaid: NotPaid): Promise<void> {
  for (const [disbursementId, lineNumber] of await reopenSaidPaid(tx.db, notPaid))
    await doubt(tx, disbursementId, lineNumber);
}

/** The money of these orders is here again: what speaks against that is looked at, then stops that waited are carried out. */
export async function moneyIsHere(tx: Context, notPaid: NotPaid): Promise<Result<undefined, CommonRefusal>> {
  await doubtAgain(tx, notPaid);
  for (const id of notPaid.disbursementIds) {
    const stopped = await applyRecordedStops(tx, id);
    if (!stopped.ok) return stopped;
  }
  return ok();
}
