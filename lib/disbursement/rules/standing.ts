import type { CommonRefusal } from '@/lib/access/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { PUBLIC_STATUS } from './labels';
import { DISBURSEMENT, type DisbursementStatus } from './states';

export type WrongStanding = Extract<CommonRefusal, { code: 'wrong-state' | 'held' }>;

/** Whether an act may be done now: the disbursement stands in one of the states, and nothing holds it. */
export function mayAct(
  row: { readonly status: DisbursementStatus; readonly hold: string | null },
  states: readonly DisbursementStatus[],
): Result<undefined, WrongStanding> {
  if (!states.includes(row.status)) return refuse({ code: 'wrong-state', now: PUBLIC_STATUS[row.status].word });
  return row.hold === null ? ok() : refuse({ code: 'held', reason: row.hold });
}

/** The same for an act of the enterprise, which is not told what staff wrote. */
export const ownerMayAct = (
  row: { readonly status: DisbursementStatus; readonly publicHold: string | null },
  states: readonly DisbursementStatus[],
) => mayAct({ status: row.status, hold: row.publicHold }, states);

/** States in which the enterprise has something to do and the paper has not reached finance. */
export const BEFORE_REVIEW: readonly DisbursementStatus[] = [
  'AWAITING_PROOF',
  'AWAITING_CONFIRMATION',
  'AWAITING_PRINT',
  'AWAITING_RECEIPT',
];

/** States in which nothing more is to be done by anybody. */
export const ENDED: readonly DisbursementStatus[] = ['PAID', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY'];

/** Whether the money is with us and on no way out, and the bank says nothing else: a talent can be stopped. */
export const isMoneyHere = (status: DisbursementStatus, { doubts }: { readonly doubts: number }) =>
  DISBURSEMENT.can(status, 'stopTalent') && doubts === 0;
