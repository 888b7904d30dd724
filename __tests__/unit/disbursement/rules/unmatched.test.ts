import { describe, expect, it } from '@jest/globals';
import type { BankResultLine } from '@/lib/disbursement/rules/bank-result';
import { clearedFilter, filteredCases, obstaclesOf } from '@/lib/disbursement/rules/cleared-filter';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { eventOfWord } from '@/lib/disbursement/rules/unmatched';
import { ok } from '@/lib/kernel/result';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

const said = (outcome: BankResultLine['outcome']): BankResultLine => ({
  ...{ line: 1, lineNumber: 'FK20260001-001', accountTail: '1234', amountFen: 100, outcome },
  ...{ reasonCode: '', bankReference: 'B1', on: shanghaiDay('2026-11-23') },
});
const late = {
  ...{ reason: 'contradicts-settled' as const, said: said('PAID'), lineStatus: 'FAILED' as const, lineFen: 100 },
  ...{ status: 'PAYMENT_FAILED' as const, amountFen: 100, otherOrder: null },
};

describe('taking the bank at its word', () => {
  it('books a payment after all where nothing else was paid or is under way', () => {
    expect(eventOfWord(late)).toEqual(ok('bankPaidLate'));
    expect(eventOfWord({ ...late, lineStatus: 'WITHDRAWN', status: 'PAYABLE', reason: 'withdrawn' })).toEqual(
      ok('bankPaidLate'),
    );
  });

  it.each(['AWAITING_PROOF', 'AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT', 'RECEIPT_REVIEW'] as const)(
    'books it also where the enterprise has begun to mend the account meanwhile: %s',
    (status) => {
      expect(eventOfWord({ ...late, status })).toEqual(ok('bankPaidLate'));
    },
  );

  it('books money that did not arrive where it was said to be paid', () => {
    const failed = { ...late, said: said('FAILED'), lineStatus: 'PAID' as const, status: 'PAID' as const };
    expect(eventOfWord(failed)).toEqual(ok('bankReturned'));
  });

  const other = { file: 'FK20260002', isDraft: false };
  it.each([
    ['another order is at the bank', { otherOrder: other }, 'booked-twice'],
    [
      'another order stands in a file that nobody confirmed',
      { otherOrder: { ...other, isDraft: true } },
      'in-draft-file',
    ],
    ['the amount has changed since', { amountFen: 99 }, 'booked-twice'],
    [
      'one line was paid under two references',
      { reason: 'paid-twice', lineStatus: 'PAID', status: 'PAID' },
      'booked-twice',
    ],
    ['the line could not be read', { said: null }, 'says-otherwise'],
    ['another amount was paid', { reason: 'amount-differs' as const }, 'says-otherwise'],
    ['another account was paid to', { reason: 'account-differs' as const }, 'says-otherwise'],
    ['it is on its way again', { status: 'PAYING' as const }, 'booked-twice'],
    ['it has lapsed', { status: 'LAPSED' as const }, 'lapsed'],
  ] as const)('is not possible when %s, and says why', (_why, facts, why) => {
    const answer = eventOfWord({ ...late, ...facts });
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'word-not-taken', why } });
    if (!answer.ok) expect(explainFinance['word-not-taken'](answer.refusal).next?.length).toBeGreaterThan(0);
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
