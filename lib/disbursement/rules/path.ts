import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { DisbursementStatus } from './states';

export type PathStepKey = 'proofs' | 'confirm' | 'print' | 'seal' | 'upload';
export type PathStep = {
  readonly key: PathStepKey;
  readonly title: string;
  readonly state: 'done' | 'current' | 'todo';
  /** The result of a done step, or what a coming one needs; one line. */
  readonly result: string | null;
};

export type PathFacts = {
  readonly status: DisbursementStatus;
  readonly failureCause: string | null;
  /** Talents that are still to be paid, and how many of them have all that is wanted. */
  readonly talents: { readonly paid: number; readonly ready: number };
  readonly proofMaxAgeDays: number;
  readonly confirmedAt: Date | null;
  readonly issuedAt: Date | null;
  readonly submittedAt: Date | null;
};

const TITLES: Readonly<Record<PathStepKey, string>> = {
  proofs: '上传在职证明',
  confirm: '确认银行账户和联系人',
  print: '打印收据',
  seal: '加盖财务章或公章',
  upload: '上传收据',
};
const KEYS = Object.keys(TITLES) as PathStepKey[];

/** How many of the five steps are done. The seal is put on paper, so it is done only when its photograph is there. */
function stepsDone({ status, failureCause, ...facts }: PathFacts): number {
  switch (status) {
    case 'AWAITING_PROOF':
      return 0;
    case 'AWAITING_CONFIRMATION':
      return 1;
    case 'AWAITING_PRINT':
      return 2;
    case 'AWAITING_RECEIPT':
      return 3;
    case 'PAYMENT_FAILED':
      return failureCause === 'account' ? 1 : 5;
    case 'RECEIPT_REVIEW':
    case 'PAYABLE':
    case 'PAYING':
    case 'PAID':
      return 5;
    case 'CANCELLED':
    case 'LAPSED':
    case 'FALLEN_AWAY':
      return facts.confirmedAt && facts.issuedAt ? 3 : 0;
  }
}

/** Where the enterprise stands; at the paper both the seal and the upload are ahead, and the upload is what the page opens. */
function currentStep(facts: PathFacts): PathStepKey | null {
  if (['CANCELLED', 'LAPSED', 'FALLEN_AWAY'].includes(facts.status)) return null;
  if (facts.status === 'AWAITING_RECEIPT') return 'upload';
  return KEYS[stepsDone(facts)] ?? null;
}

/** The five steps of the manual with their state and result, top to bottom. */
export function disbursementPath(facts: PathFacts): PathStep[] {
  const done = stepsDone(facts);
  const current = currentStep(facts);
  return KEYS.map((key, index) => {
    const state = index < done ? 'done' : key === current ? 'current' : 'todo';
    return { key, title: TITLES[key], state, result: resultOf(key, state, facts) };
  });
}

function resultOf(key: PathStepKey, state: PathStep['state'], facts: PathFacts): string | null {
  const { talents, proofMaxAgeDays } = facts;
  if (state === 'done') return doneWords(key, facts);
  if (key === 'proofs') return `${talents.ready} / ${talents.paid} 人已齐，须为 ${proofMaxAgeDays} 天内出具`;
  if (key === 'seal') return '在纸上完成';
  if (state === 'current') return null;
  const waits: Record<Exclude<PathStepKey, 'proofs' | 'seal'>, string> = {
    confirm: '在职证明齐全后确认',
    print: '确认账户和联系人后打印',
    upload: '盖章后用手机拍照上传',
  };
  return waits[key];
}

function doneWords(key: PathStepKey, facts: PathFacts): string | null {
  const { talents, proofMaxAgeDays } = facts;
  switch (key) {
    case 'proofs':
      return `${talents.ready} 人已齐，${facts.confirmedAt ? '确认时' : ''}均在 ${proofMaxAgeDays} 天内`;
    case 'confirm':
      return facts.confirmedAt && `${formatDayTime(facts.confirmedAt)} 确认`;
    case 'print':
      return facts.issuedAt && `${formatDayTime(facts.issuedAt)} 开具`;
    case 'seal':
      return '在纸上完成';
    case 'upload':
      return facts.submittedAt && `${formatDayTime(facts.submittedAt)} 提交`;
  }
}
