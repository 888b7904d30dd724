import { describe, expect, it } from '@jest/globals';
import { payeeChanges, payeeRisks, type PayeeEntry } from '@/lib/disbursement/rules/payee-changes';

const at = new Date('2026-11-20T06:07:00Z');
const entry = (id: string, action: string, before: PayeeEntry['before']): PayeeEntry => ({
  ...{ id, at, action, before },
  by: '经办',
});
const failed = entry('failed', 'disbursement.bankFailed', null);
const chosen = entry('chosen', 'disbursement.choose', { bankAccountId: null });
const mended = entry('mended', 'disbursement.mendAccount', { bankAccountId: 'a' });
const afterOf = (entries: PayeeEntry[], bankAccountId: string) =>
  payeeChanges(entries, { bankAccountId, contactId: null }).map(({ id, afterFailure }) => [id, afterFailure]);

describe('an account changed after a payment that failed', () => {
  it('is told from one changed before it by the log’s order, though both have one time', () => {
    expect(afterOf([chosen, failed, mended], 'b')).toEqual([
      ['chosen', false],
      ['mended', true],
    ]);
    expect(afterOf([chosen, mended, failed], 'b')).toEqual([
      ['chosen', false],
      ['mended', false],
    ]);
  });

  it('is none where an account was chosen for the first time', () => {
    expect(afterOf([failed, chosen], 'a')).toEqual([['chosen', false]]);
    const changes = payeeChanges([failed, chosen], { bankAccountId: 'a', contactId: null });
    expect(payeeRisks(null, changes, () => '')).toEqual([]);
  });
});
