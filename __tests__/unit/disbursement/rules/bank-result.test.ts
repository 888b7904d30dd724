import { describe, expect, it } from '@jest/globals';
import { readBankResult } from '@/lib/disbursement/rules/bank-result';
import { failureReason, KNOWN_FAILURE_CODES } from '@/lib/disbursement/rules/failure-reasons';
import { COMPLAINT_WORDS } from '@/lib/disbursement/rules/labels';

const GOOD = 'FK20260012-001,1234,180000.00,PAID,,B2026112400017,2026-11-24';

describe('the result file of the bank', () => {
  it('is read with byte order mark, any line end, titles, blank lines, blanks and full width around values', () => {
    const text = `\uFEFF明细编号,账号后四位,金额,结果,原因代码,流水号,日期\r\n ${GOOD} \r\n\r\nfk20260012-002 ,１２３５, "180,000.00" ,失败,ac04,,20261124\n`;
    const { lines, unread } = readBankResult(text);
    expect(unread).toEqual([]);
    expect(lines).toEqual([
      {
        line: 2,
        lineNumber: 'FK20260012-001',
        accountTail: '1234',
        amountFen: 180_000_00,
        outcome: 'PAID',
        reasonCode: '',
        bankReference: 'B2026112400017',
        on: '2026-11-24',
      },
      {
        line: 4,
        lineNumber: 'FK20260012-002',
        accountTail: '1235',
        amountFen: 180_000_00,
        outcome: 'FAILED',
        reasonCode: 'AC04',
        bankReference: '',
        on: '2026-11-24',
      },
    ]);
  });

  it('is read without titles too, and forgives commas at the end of a row', () => {
    expect(readBankResult(`${GOOD},,,\n`).lines).toHaveLength(1);
  });

  it.each([
    ['columns', 'FK20260012-001,1234,180000.00,PAID'],
    ['line-number', 'X-1,1234,180000.00,PAID,,B1,2026-11-24'],
    ['account-tail', 'FK20260012-001,234,180000.00,PAID,,B1,2026-11-24'],
    ['amount', 'FK20260012-001,1234,-5,PAID,,B1,2026-11-24'],
    ['amount', 'FK20260012-001,1234,0.00,PAID,,B1,2026-11-24'],
    ['outcome', 'FK20260012-001,1234,180000.00,OK,,B1,2026-11-24'],
    ['reason-missing', 'FK20260012-001,1234,180000.00,FAILED,,B1,2026-11-24'],
    ['reference-missing', 'FK20260012-001,1234,180000.00,PAID,,,2026-11-24'],
    ['day', 'FK20260012-001,1234,180000.00,PAID,,B1,2026-02-30'],
  ] as const)('is complained of by row, not guessed at: %s', (complaint, row) => {
    const { lines, unread } = readBankResult(`${GOOD}\n${row}\n`);
    expect(lines).toHaveLength(1);
    expect(unread).toEqual([expect.objectContaining({ line: 2, complaint })]);
    expect(COMPLAINT_WORDS[complaint]).toBeTruthy();
  });

  it('never shows a whole account in what it complains of', () => {
    const { unread } = readBankResult('3225019882361234,苏州示例,1.00,PAID,,B1,2026-11-24');
    expect(unread[0]?.text).toContain('****1234');
    expect(unread[0]?.text).not.toContain('3225019882361234');
  });
});

describe('the reason of a failure', () => {
  it('is plain words and whose matter it is', () => {
    expect(failureReason('ac04')).toEqual({ says: '收款账户已销户', cause: 'account' });
    expect(failureReason('TM01').cause).toBe('bank');
    for (const code of KNOWN_FAILURE_CODES) expect(failureReason(code).says).not.toMatch(/[A-Za-z]/);
  });

  it('does not send the enterprise on a wrong way when the bank gives an unknown code', () => {
    expect(failureReason('ZZ99')).toEqual({ says: '银行退回，代码 ZZ99', cause: 'bank' });
  });
});
