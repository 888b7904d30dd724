import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { BankResultLine } from './bank-result';
import type { PaymentLineStatus } from './labels';
import type { UnmatchedReason } from './reconciliation';
import { DISBURSEMENT, type DisbursementStatus } from './states';

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
  /** Another order of the same disbursement that is at the bank, paid, or in a file that nobody has confirmed yet. */
  readonly otherOrder: { readonly file: string; readonly isDraft: boolean } | null;
};

/** Why the bank's word cannot be taken: something has to be done first, or never, since it would be booked twice. */
export type WordNotTaken =
  | { readonly code: 'word-not-taken'; readonly why: 'booked-twice' | 'lapsed' | 'says-otherwise' }
  | { readonly code: 'word-not-taken'; readonly why: 'in-draft-file'; readonly file: string };

export type WordEvent = 'bankPaidLate' | 'bankReturned';

/**
 * Which event takes the bank at its word, where our books can follow it: said to be paid after all, or not paid after
 * all. A second payment of the same money can only be claimed back outside, and another amount or account is not ours.
 */
export function eventOfWord(facts: Facts): Result<WordEvent, WordNotTaken> {
  const { reason, said, lineStatus, status, otherOrder } = facts;
  const not = (why: 'booked-twice' | 'lapsed' | 'says-otherwise') =>
    refuse<WordNotTaken>({ code: 'word-not-taken', why });
  if (!said || !lineStatus || reason === 'amount-differs' || reason === 'account-differs') return not('says-otherwise');
  if (facts.lineFen !== facts.amountFen) return not('booked-twice');
  if (said.outcome !== 'PAID')
    return lineStatus === 'PAID' && status === 'PAID' ? ok('bankReturned') : not('booked-twice');
  if (lineStatus !== 'FAILED' && lineStatus !== 'WITHDRAWN') return not('booked-twice');
  if (otherOrder?.isDraft) return refuse({ code: 'word-not-taken', why: 'in-draft-file', file: otherOrder.file });
  if (status === 'LAPSED') return not('lapsed');
  const isOpen = status !== null && DISBURSEMENT.can(status, 'bankPaidLate');
  return isOpen && !otherOrder ? ok('bankPaidLate') : not('booked-twice');
}
