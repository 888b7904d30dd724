import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { DisbursementStatus } from './states';

export type NextFacts = {
  readonly status: DisbursementStatus;
  /** The last day for the enterprise; null where no day runs. */
  readonly lapsesAfter: ShanghaiDay | null;
  readonly waitsForDecision: boolean;
  readonly waitsForFont: boolean;
  readonly failureCause: string | null;
  readonly hold: string | null;
  /** A talent of the case is held: nothing is printed, and no day runs. */
  readonly talentHold: string | null;
};

export type NextStepWords = {
  readonly who: 'enterprise' | 'staff' | 'bank' | 'nobody';
  readonly what: string;
  /** By when, as read; null where nothing is to be said of it. */
  readonly by: string | null;
};

const BY_STAFF = '3 个工作日内';
const DAYS_STOPPED = '暂停期间不计入期限';

/** What comes next, whose turn it is and by when: the line in the list and the first one beside the path. */
export function nextStep(facts: NextFacts): NextStepWords {
  if (facts.hold) return { who: 'staff', what: `暂停办理：${facts.hold}`, by: null };
  const by = facts.lapsesAfter ? `${formatDay(facts.lapsesAfter)}前` : facts.talentHold && DAYS_STOPPED;
  const enterprise = (what: string): NextStepWords => ({ who: 'enterprise', what, by });
  switch (facts.status) {
    case 'AWAITING_PROOF':
      return facts.waitsForDecision ? { who: 'staff', what: '审定离职申报', by: BY_STAFF } : enterprise('上传在职证明');
    case 'AWAITING_CONFIRMATION':
      return enterprise('确认银行账户和联系人');
    case 'AWAITING_PRINT':
      if (facts.talentHold) return { who: 'staff', what: `暂停打印：${facts.talentHold}`, by: null };
      return facts.waitsForFont ? { who: 'staff', what: '补充打印字库', by: null } : enterprise('打印收据');
    case 'AWAITING_RECEIPT':
      return enterprise('盖章后上传收据');
    case 'RECEIPT_REVIEW':
      return { who: 'staff', what: '审核收据', by: BY_STAFF };
    case 'PAYABLE':
      return { who: 'staff', what: '安排银行转账', by: null };
    case 'PAYING':
      return { who: 'bank', what: '银行转账', by: null };
    case 'PAYMENT_FAILED':
      return facts.failureCause === 'account'
        ? enterprise('更换银行账户')
        : { who: 'staff', what: '重新安排付款', by: null };
    case 'CANCELLED':
      return { who: 'staff', what: '另行安排批次', by: null };
    case 'PAID':
    case 'LAPSED':
    case 'FALLEN_AWAY':
      return { who: 'nobody', what: '已办结', by: null };
  }
}
