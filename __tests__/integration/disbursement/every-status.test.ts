import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringTo } from '../../builders/disbursement';
import { aClearedCase, assertSound, disbursementWorld, PAPERS, type DisbursementWorld } from './disbursement-world';

let world: DisbursementWorld;
beforeAll(async () => {
  world = await disbursementWorld();
});
afterAll(() => world.drop());

describe('a case on its way to the money', () => {
  it.each([
    ['AWAITING_PROOF', 'DISBURSING'],
    ['AWAITING_CONFIRMATION', 'DISBURSING'],
    ['AWAITING_PRINT', 'DISBURSING'],
    ['AWAITING_RECEIPT', 'DISBURSING'],
    ['RECEIPT_REVIEW', 'DISBURSING'],
    ['PAYABLE', 'DISBURSING'],
    ['PAYING', 'DISBURSING'],
    ['PAID', 'COMPLETED'],
    ['PAYMENT_FAILED', 'DISBURSING'],
    ['CANCELLED', 'CLEARED'],
    ['FALLEN_AWAY', 'CLOSED_UNPAID'],
  ] as const)(
    'is brought to %s by the acts of people, its case to %s, the money where it belongs',
    async (status, of) => {
      const { id: applicationId } = await aClearedCase(world);
      const id = await bringTo(world.finance, PAPERS, applicationId, status);
      const row = await world.db.disbursement.findUniqueOrThrow({ where: { id }, include: { application: true } });
      expect([row.status, row.application.status]).toEqual([status, of]);
      await assertSound(world);
    },
  );
});
