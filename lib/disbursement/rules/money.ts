import type { Fen } from '@/lib/kernel/fen';
import type { DisbursementStatus } from './states';

/** Where the money of a disbursement stands in its programme year. */
export type MoneyPlace = 'free' | 'reserved' | 'inPayment' | 'paid' | 'returned';

/**
 * Reserved at release, in payment from PAYING, paid at PAID, returned while a payment that failed or came back waits to
 * be mended; what ends unpaid is free again. The database has the same table (function money_place).
 */
export const MONEY_PLACE: Readonly<Record<DisbursementStatus, MoneyPlace>> = {
  AWAITING_PROOF: 'reserved',
  AWAITING_CONFIRMATION: 'reserved',
  AWAITING_PRINT: 'reserved',
  AWAITING_RECEIPT: 'reserved',
  RECEIPT_REVIEW: 'reserved',
  PAYABLE: 'reserved',
  PAYING: 'inPayment',
  PAID: 'paid',
  PAYMENT_FAILED: 'returned',
  CANCELLED: 'free',
  LAPSED: 'free',
  FALLEN_AWAY: 'free',
};

/** What is added to each place but the free one; what leaves one is negative. */
export type MoneyMove = Readonly<Record<Exclude<MoneyPlace, 'free'>, Fen>>;

type Stand = { readonly status: DisbursementStatus; readonly amountFen: Fen };

/** The move of money that a change of status or amount means; `before` is null when the disbursement is opened. */
export function moneyMove(before: Stand | null, after: Stand): MoneyMove {
  const change = (place: MoneyPlace) => standing(after, place) - (before ? standing(before, place) : 0);
  return {
    reserved: change('reserved'),
    inPayment: change('inPayment'),
    paid: change('paid'),
    returned: change('returned'),
  };
}

/** What a move takes out of the free budget; negative when it gives something back. */
export function takenFen(move: MoneyMove): Fen {
  return move.reserved + move.inPayment + move.paid + move.returned;
}

/** The sides of a posting (double entry): what each place gains or loses, together nought; empty when nothing moves. */
export function sidesOf(move: MoneyMove): { readonly place: MoneyPlace; readonly amountFen: Fen }[] {
  const { reserved, inPayment, paid, returned } = move;
  const all = { free: -takenFen(move), reserved, inPayment, paid, returned };
  return (Object.keys(all) as MoneyPlace[])
    .map((place) => ({ place, amountFen: all[place] }))
    .filter((side) => side.amountFen !== 0);
}

function standing(stand: Stand, place: MoneyPlace): Fen {
  return MONEY_PLACE[stand.status] === place ? stand.amountFen : 0;
}
