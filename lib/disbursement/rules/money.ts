import type { Fen } from '@/lib/kernel/fen';
import type { DisbursementStatus } from './states';

/** Where the money of a disbursement stands in its programme year. */
export type MoneyPlace = 'free' | 'reserved' | 'inPayment' | 'paid';

/** Reserved at release, in payment from PAYING, paid at PAID; what ends unpaid is free again. */
export const MONEY_PLACE: Readonly<Record<DisbursementStatus, MoneyPlace>> = {
  AWAITING_PROOF: 'reserved',
  AWAITING_CONFIRMATION: 'reserved',
  AWAITING_PRINT: 'reserved',
  AWAITING_RECEIPT: 'reserved',
  RECEIPT_REVIEW: 'reserved',
  PAYABLE: 'reserved',
  PAYING: 'inPayment',
  PAID: 'paid',
  PAYMENT_FAILED: 'reserved',
  CANCELLED: 'free',
  LAPSED: 'free',
  FALLEN_AWAY: 'free',
};

/** What is added to the three columns of a programme year; what leaves one is negative. */
export type MoneyMove = { readonly reservedFen: Fen; readonly inPaymentFen: Fen; readonly paidFen: Fen };

type Stand = { readonly status: DisbursementStatus; readonly amountFen: Fen };

/** The move of money that a change of status or amount means; `before` is null when the disbursement is opened. */
export function moneyMove(before: Stand | null, after: Stand): MoneyMove {
  const change = (place: MoneyPlace) => standing(after, place) - (before ? standing(before, place) : 0);
  return { reservedFen: change('reserved'), inPaymentFen: change('inPayment'), paidFen: change('paid') };
}

/** What a move takes out of the free budget; negative when it gives something back. */
export function takenFen(move: MoneyMove): Fen {
  return move.reservedFen + move.inPaymentFen + move.paidFen;
}

export function movesNothing(move: MoneyMove): boolean {
  return move.reservedFen === 0 && move.inPaymentFen === 0 && move.paidFen === 0;
}

function standing(stand: Stand, place: MoneyPlace): Fen {
  return MONEY_PLACE[stand.status] === place ? stand.amountFen : 0;
}
