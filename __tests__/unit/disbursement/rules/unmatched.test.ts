import { describe, expect, it } from '@jest/globals';
import type { BankResultLine } from '@/lib/disbursement/rules/bank-result';
import { clearedFilter, filteredCases, obstaclesOf } from '@/lib/disbursement/rules/cleared-filter';
import { eventOfWord } from '@/lib/disbursement/rules/unmatched';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

const said = (outcome: BankResultLine['outcome']): BankResultLine => ({
  ...{ line: 1, lineNumber: 'FK20260001-001', accountTail: '1234', amountFen: 100, outcome },
  ...{ reasonCode: '', bankReference: 'B1', on: shanghaiDay('2026-11-23') },
});
const late = {
  ...{ reason: 'contradicts-settled' as const, said: said('PAID'), lineStatus: 'FAILED' as const, lineFen: 100 },
  ...{ status: 'PAYMENT_FAILED' as const, amountFen: 100, hasOtherOrder: false },
};

describe('taking the bank at its word', () => {
  it('books a payment after all where nothing else was paid or is under way', () => {
    expect(eventOfWord(late)).toBe('bankPaidLate');
    expect(eventOfWord({ ...late, lineStatus: 'WITHDRAWN', status: 'PAYABLE', reason: 'withdrawn' })).toBe(
      'bankPaidLate',
    );
  });

  it('books money that did not arrive where it was said to be paid', () => {
    const failed = { ...late, said: said('FAILED'), lineStatus: 'PAID' as const, status: 'PAID' as const };
    expect(eventOfWord(failed)).toBe('bankReturned');
  });

  it.each([
    ['another order is at the bank', { hasOtherOrder: true }],
    ['the amount has changed since', { amountFen: 99 }],
    ['one line was paid under two references', { reason: 'paid-twice' as const }],
    ['the line could not be read', { said: null }],
    ['it is on its way again', { status: 'PAYING' as const }],
  ])('is not possible when %s', (_why, facts) => {
    expect(eventOfWord({ ...late, ...facts })).toBeNull();
  });
});

describe('cleared cases', () => {
  const cases = [
    { number: 'RC2026000001', enterpriseName: '苏州示例（甲）有限公司', obstacle: null },
    { number: 'RC2026000002', enterpriseName: '苏州示例乙有限公司', obstacle: '申报单位已冻结' },
    { number: 'RC2026000003', enterpriseName: '苏州示例丙有限公司', obstacle: '申报单位已冻结' },
  ];
  it('are found by part of the number or name, brackets and width forgiven', () => {
    expect(filteredCases(cases, clearedFilter({ q: ' 示例(甲) ' }))).toEqual([cases[0]]);
    expect(filteredCases(cases, clearedFilter({ q: 'rc2026000002' }))).toEqual([cases[1]]);
  });

  it('are parted into those that can be batched and those that cannot, with each reason counted', () => {
    expect(filteredCases(cases, clearedFilter({ show: 'can' }))).toHaveLength(1);
    expect(filteredCases(cases, clearedFilter({ show: 'blocked' }))).toHaveLength(2);
    expect(filteredCases(cases, clearedFilter({ show: 'nonsense' }))).toHaveLength(3);
    expect(obstaclesOf(cases)).toEqual([{ why: '申报单位已冻结', count: 2 }]);
  });
});
