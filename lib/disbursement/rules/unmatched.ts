import type { BankResultLine } from './bank-result';
import type { PaymentLineStatus } from './labels';
import type { UnmatchedReason } from './reconciliation';
import type { DisbursementStatus } from './states';

/** What people found out about an unmatched line: our books are right, or the bank's word is. */
export type Verdict = 'AS_BOOKED' | 'AS_BANK_SAYS';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  AS_BOOKED: '以本系统记录为准',
  AS_BANK_SAYS: '以银行结果为准',
};

type Facts = {
  readonly reason: UnmatchedReason;
  readonly said: BankResultLine | null;
  readonly lineStatus: PaymentLineStatus | null;
  readonly lineFen: number;
  readonly status: DisbursementStatus | null;
  readonly amountFen: number;
  /** Whether another order of the same disbursement is at the bank or paid. */
  readonly hasOtherOrder: boolean;
};

/**
 * Which event takes the bank at its word, where our books can follow it: said to be paid after all, or not paid after
 * all. Null where they cannot: a second payment of the same money can only be claimed back outside.
 */
export function eventOfWord(facts: Facts): 'bankPaidLate' | 'bankReturned' | null {
  const { reason, said, lineStatus, status, hasOtherOrder } = facts;
  if (!said || !lineStatus || reason === 'paid-twice') return null;
  if (facts.lineFen !== facts.amountFen) return null;
  if (said.outcome === 'PAID') {
    const isOpen = (status === 'PAYABLE' || status === 'PAYMENT_FAILED') && !hasOtherOrder;
    return isOpen && (lineStatus === 'FAILED' || lineStatus === 'WITHDRAWN') ? 'bankPaidLate' : null;
  }
  return lineStatus === 'PAID' && status === 'PAID' ? 'bankReturned' : null;
}
