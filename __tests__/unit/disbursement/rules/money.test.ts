import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MONEY_PLACE, moneyMove, sidesOf, takenFen, type MoneyPlace } from '@/lib/disbursement/rules/money';
import { DISBURSEMENT, DISBURSEMENT_STATUSES, type DisbursementStatus } from '@/lib/disbursement/rules/states';

type Stand = { status: DisbursementStatus; amountFen: number };

/** A walk along edges of the table, now and then with a talent falling away. */
const walk = fc
  .tuple(fc.integer({ min: 2, max: 5_000_000_00 }), fc.array(fc.nat(), { maxLength: 40 }))
  .map(([amountFen, choices]) => {
    const stands: Stand[] = [{ status: DISBURSEMENT.initial, amountFen }];
    for (const choice of choices) {
      const last = stands.at(-1) ?? { status: DISBURSEMENT.initial, amountFen };
      const edges = DISBURSEMENT.edges.filter((edge) => edge.from === last.status);
      const edge = edges[choice % Math.max(1, edges.length)];
      if (!edge) break;
      const falls = edge.event === 'stopTalent' && last.amountFen > 1;
      stands.push({ status: edge.to, amountFen: falls ? last.amountFen - 1 : last.amountFen });
    }
    return stands;
  });

describe('the money of a disbursement', () => {
  it('adds up in the programme year to what the disbursements are, whatever happens to them', () => {
    fc.assert(
      fc.property(fc.array(walk, { maxLength: 8 }), (walks) => {
        const year = { reserved: 0, inPayment: 0, paid: 0, returned: 0 };
        for (const stands of walks) {
          let before: Stand | null = null;
          for (const stand of stands) {
            const move = moneyMove(before, stand);
            year.reserved += move.reserved;
            year.inPayment += move.inPayment;
            year.paid += move.paid;
            year.returned += move.returned;
            expect(Math.min(...Object.values(year))).toBeGreaterThanOrEqual(0);
            expect(sidesOf(move).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);
            before = stand;
          }
        }
        const ends = walks.map((stands) => stands.at(-1)).filter((stand) => stand !== undefined);
        const at = (place: MoneyPlace) =>
          ends.filter(({ status }) => MONEY_PLACE[status] === place).reduce((sum, { amountFen }) => sum + amountFen, 0);
        expect(year).toEqual({
          reserved: at('reserved'),
          inPayment: at('inPayment'),
          paid: at('paid'),
          returned: at('returned'),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is in payment only while the bank has the order, and paid only when it said so', () => {
    const places = (place: MoneyPlace) => DISBURSEMENT_STATUSES.filter((status) => MONEY_PLACE[status] === place);
    expect(places('inPayment')).toEqual(['PAYING']);
    expect(places('paid')).toEqual(['PAID']);
    expect(places('returned')).toEqual(['PAYMENT_FAILED']);
    expect(places('free')).toEqual(['CANCELLED', 'LAPSED', 'FALLEN_AWAY']);
  });

  it('takes out of the budget only when a disbursement is opened or revived', () => {
    const taking = DISBURSEMENT.edges.filter(
      ({ from, to }) => takenFen(moneyMove({ status: from, amountFen: 1 }, { status: to, amountFen: 1 })) > 0,
    );
    expect(taking.map((edge) => edge.event)).toEqual(['revive']);
    expect(takenFen(moneyMove(null, { status: 'AWAITING_PROOF', amountFen: 7 }))).toBe(7);
  });
});
