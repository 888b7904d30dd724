import 'server-only';
import type { Context } from '@/lib/access/context';
import type { SomebodyWasFaster } from '@/lib/db/change-status';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { moveLine } from '../payment-store';
import type { BankResultLine } from '../rules/bank-result';
import { failureReason } from '../rules/failure-reasons';
import type { PaymentLineStatus } from '../rules/labels';
import { forAct } from '../store';
import { advance } from './advance';

/**
 * Lets one answer of the bank take effect on our line and its disbursement: paid, failed, or come back (退汇). A hold
 * does not stand against it: what the bank did is a fact.
 */
export async function settle(
  tx: Context,
  line: { readonly id: string; readonly disbursementId: string; readonly status: PaymentLineStatus },
  said: BankResultLine,
): Promise<Result<undefined, SomebodyWasFaster>> {
  const row = await forAct(tx.db, line.disbursementId);
  if (!row) return refuse({ code: 'somebody-was-faster' });
  const isPaid = said.outcome === 'PAID';
  const reason = failureReason(said.reasonCode);
  const settled = await moveLine(tx.db, line.id, line.status, isPaid ? 'PAID' : 'FAILED', {
    ...(said.bankReference ? { bankReference: said.bankReference } : {}),
    failureReason: isPaid ? null : reason.says,
    settledAt: startOfShanghaiDay(said.on),
  });
  if (!settled) return refuse({ code: 'somebody-was-faster' });
  const detail = { lineNumber: said.lineNumber, on: said.on, bankReference: said.bankReference };
  if (isPaid) {
    const set = { paidAt: startOfShanghaiDay(said.on), failureReason: null, failureCause: null };
    const paid = await advance(tx, row, 'bankPaid', { set, detail });
    return paid.ok ? ok() : paid;
  }
  // From PENDING a 退汇 is a failure like any other: the money is with us.
  const event = line.status === 'PAID' ? 'bankReturned' : 'bankFailed';
  const failed = await advance(tx, row, event, {
    set: { paidAt: null, failureReason: reason.says, failureCause: reason.cause },
    detail: { ...detail, reason: reason.says, code: said.reasonCode },
  });
  return failed.ok ? ok() : failed;
}
