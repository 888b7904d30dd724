import { describe, expect, it } from '@jest/globals';
import { PUBLIC_STATUS, STAFF_STATUS } from '@/lib/disbursement/rules/labels';
import { nextStep } from '@/lib/disbursement/rules/next-step';
import { disbursementPath, type PathFacts } from '@/lib/disbursement/rules/path';
import { DISBURSEMENT, DISBURSEMENT_STATUSES, type DisbursementStatus } from '@/lib/disbursement/rules/states';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

const facts = (status: DisbursementStatus, given: Partial<PathFacts> = {}): PathFacts => ({
  status,
  failureCause: null,
  talents: { paid: 4, ready: 4 },
  proofMaxAgeDays: 30,
  confirmedAt: new Date('2026-11-23T01:06:00Z'),
  issuedAt: new Date('2026-11-23T01:12:00Z'),
  submittedAt: null,
  ...given,
});
const states = (path: ReturnType<typeof disbursementPath>) => path.map((step) => step.state).join(' ');

describe('the path of five steps', () => {
  it('bears the words of the manual, in its order', () => {
    expect(disbursementPath(facts('AWAITING_PROOF')).map((step) => step.title)).toEqual([
      '上传在职证明',
      '确认银行账户和联系人',
      '打印收据',
      '加盖财务章或公章',
      '上传收据',
    ]);
  });

  it.each([
    ['AWAITING_PROOF', 'current todo todo todo todo'],
    ['AWAITING_CONFIRMATION', 'done current todo todo todo'],
    ['AWAITING_PRINT', 'done done current todo todo'],
    ['AWAITING_RECEIPT', 'done done done todo current'],
    ['RECEIPT_REVIEW', 'done done done done done'],
    ['PAID', 'done done done done done'],
  ] as const)('stands at the right step in %s', (status, expected) => {
    expect(states(disbursementPath(facts(status)))).toBe(expected);
  });

  it('goes back to the account when the bank could not pay into it, and nowhere when the bank itself failed', () => {
    expect(states(disbursementPath(facts('PAYMENT_FAILED', { failureCause: 'account' })))).toBe(
      'done current todo todo todo',
    );
    expect(states(disbursementPath(facts('PAYMENT_FAILED', { failureCause: 'bank' })))).not.toContain('current');
  });

  it('asks for nothing where it has ended', () => {
    for (const status of ['CANCELLED', 'LAPSED', 'FALLEN_AWAY'] as const) {
      expect(states(disbursementPath(facts(status)))).not.toContain('current');
    }
  });
});

describe('what comes next', () => {
  const next = (status: DisbursementStatus) =>
    nextStep({
      status,
      lapsesAfter: shanghaiDay('2027-04-15'),
      waitsForDecision: false,
      waitsForFont: false,
      failureCause: 'account',
      hold: null,
      talentHold: null,
    });

  it('is said for every status: whose turn it is and what', () => {
    for (const status of DISBURSEMENT_STATUSES) expect(next(status).what).not.toBe('');
  });

  it('is the enterprise’s turn exactly where an edge lets it act on its way, and then with a day', () => {
    const onItsWay = ['proofsComplete', 'confirm', 'issueReceipt', 'submitReceipt', 'mendAccount'];
    for (const status of DISBURSEMENT_STATUSES) {
      const canAct = DISBURSEMENT.edges.some((edge) => edge.from === status && onItsWay.includes(edge.event));
      expect([status, next(status).who === 'enterprise']).toEqual([status, canAct]);
      if (canAct) expect(next(status).by).toBe('2027年4月15日前');
    }
  });

  it('is nobody’s turn but staff’s while a hold stands', () => {
    const held = nextStep({
      status: 'AWAITING_PRINT',
      lapsesAfter: null,
      waitsForDecision: false,
      waitsForFont: false,
      failureCause: null,
      hold: '异议办理中',
      talentHold: null,
    });
    expect(held).toEqual({ who: 'staff', what: '暂停办理：异议办理中', by: null });
  });

  it('is staff’s turn while a font is waited for, and only where printing is next', () => {
    const facts = { lapsesAfter: null, waitsForDecision: false, waitsForFont: true, failureCause: null };
    const waiting = (status: DisbursementStatus) => nextStep({ ...facts, status, hold: null, talentHold: null });
    expect(waiting('AWAITING_PRINT')).toEqual({ who: 'staff', what: '补充打印字库', by: null });
    expect(waiting('AWAITING_CONFIRMATION').who).toBe('enterprise');
  });

  it('is still the enterprise’s turn while a talent is held, without a last day, up to the printing', () => {
    const held = (status: DisbursementStatus) =>
      nextStep({
        ...{ status, lapsesAfter: null, waitsForDecision: false, waitsForFont: false, failureCause: null, hold: null },
        talentHold: '陈思远：公示异议核查中',
      });
    expect(held('AWAITING_PROOF')).toEqual({ who: 'enterprise', what: '上传在职证明', by: '暂停期间不计入期限' });
    expect(held('AWAITING_PRINT')).toEqual({ who: 'staff', what: '暂停打印：陈思远：公示异议核查中', by: null });
  });
});

describe('the words of the enterprise', () => {
  it('never leak the payment machinery, and never hide that a payment failed', () => {
    for (const { word } of Object.values(PUBLIC_STATUS)) expect(word).not.toMatch(/文件|制单|复核|可付款|对账/);
    expect(PUBLIC_STATUS.PAYMENT_FAILED).toMatchObject({ word: '付款未成功', tone: 'red' });
  });

  it('differ from status to status, and exist for staff too', () => {
    const words = DISBURSEMENT_STATUSES.map((status) => PUBLIC_STATUS[status].word);
    expect(new Set(words).size).toBe(words.length);
    for (const status of DISBURSEMENT_STATUSES) expect(STAFF_STATUS[status].word).not.toBe('');
  });
});
