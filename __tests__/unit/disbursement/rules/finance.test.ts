import { describe, expect, it } from '@jest/globals';
import { batchObstacle, controlTotals, freeFen, sameTotals } from '@/lib/disbursement/rules/batch-totals';
import { confirmPaymentFileSchema, releaseBatchSchema } from '@/lib/disbursement/rules/finance.schema';
import { LINE_NUMBER, LINES_PER_FILE_MAX, lineNumber, paymentFileNumber } from '@/lib/disbursement/rules/numbers';
import { paymentObstacle, type PayableFacts } from '@/lib/disbursement/rules/payable';

const NOW = new Date('2026-11-23T02:00:00Z');
const ID = '0192f0c0-0000-7000-8000-000000000001';

describe('a case and its batch', () => {
  const good = { status: 'CLEARED', payableFen: 5, hold: null, inDraft: null };
  it('fit when the case is cleared, unheld, in no other draft, and something is to be paid', () => {
    expect(batchObstacle(good)).toBeNull();
    expect(batchObstacle({ ...good, status: 'DISBURSING' })).toBe('已不在待拨付状态');
    expect(batchObstacle({ ...good, hold: '异议办理中' })).toContain('异议办理中');
    expect(batchObstacle({ ...good, inDraft: 'PC2026007' })).toContain('PC2026007');
    expect(batchObstacle({ ...good, payableFen: 0 })).toBe('没有可拨付的金额');
  });

  it('are counted and added up the same way on both sides of the check', () => {
    const totals = controlTotals([1, 2, 3]);
    expect(totals).toEqual({ count: 3, totalFen: 6 });
    expect(sameTotals(totals, { count: 3, totalFen: 5 })).toBe(false);
    expect(freeFen({ budgetFen: 100, reservedFen: 40, inPaymentFen: 30, paidFen: 15, returnedFen: 5 })).toBe(10);
  });
});

describe('a disbursement and its payment', () => {
  const good: PayableFacts = {
    status: 'PAYABLE',
    hold: null,
    notBefore: null,
    hasAcceptedReceipt: true,
    holder: '苏州示例智能科技有限公司',
    enterpriseName: '苏州示例智能科技有限公司',
    inFile: null,
  };
  it('fit only when nothing at all stands against it', () => {
    expect(paymentObstacle(good, NOW)).toBeNull();
    const against: Partial<PayableFacts>[] = [
      { status: 'PAYING' },
      { hold: '核查' },
      { hasAcceptedReceipt: false },
      { holder: null },
      { holder: '别的单位' },
      { inFile: 'FK20260001' },
      { notBefore: new Date(NOW.getTime() + 1) },
    ];
    for (const one of against) expect(paymentObstacle({ ...good, ...one }, NOW)).not.toBeNull();
    expect(paymentObstacle({ ...good, notBefore: NOW }, NOW)).toBeNull();
  });
});

describe('our ids on payments', () => {
  it('are recognised when the bank echoes them, and differ within and between files', () => {
    const one = lineNumber(paymentFileNumber(2026, 1), 1);
    expect(one).toBe('FK20260001-001');
    expect(one).toMatch(LINE_NUMBER);
    expect(lineNumber(paymentFileNumber(2026, 9999), LINES_PER_FILE_MAX)).toMatch(LINE_NUMBER);
    expect(() => lineNumber('FK20260001', LINES_PER_FILE_MAX + 1)).toThrow(RangeError);
    expect(() => paymentFileNumber(2026, 10_000)).toThrow(RangeError);
  });
});

describe('control totals as a person types them', () => {
  it('are read in yuan with or without thousands', () => {
    const typed = { batchId: ID, count: ' 12 ', total: '¥1,180,000.50' };
    expect(releaseBatchSchema.parse(typed)).toEqual({ batchId: ID, stated: { count: 12, totalFen: 1_180_000_50 } });
  });

  it('are refused with a sentence when they are none', () => {
    const typed = { paymentFileId: ID, count: '十二', total: 'x', sha256: 'a'.repeat(64), hashHead: '12' };
    const read = confirmPaymentFileSchema.safeParse(typed);
    expect(read.error?.issues.map((issue) => issue.path.join())).toEqual(['count', 'total', 'hashHead']);
  });
});
