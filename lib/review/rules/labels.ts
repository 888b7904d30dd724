/** The two stages of a review, and how one hold of a case ended. */
export type ReviewStage = 'FIRST' | 'FINAL';

export type ReviewOutcome =
  | 'PASSED'
  | 'RETURNED'
  | 'PROPOSED_REJECTION'
  | 'SENT_BACK'
  | 'APPROVED'
  | 'REJECTED'
  | 'RELEASED'
  | 'LAPSED'
  | 'HANDED_OVER';

export const STAGE_LABELS: Readonly<Record<ReviewStage, string>> = { FIRST: '初审', FINAL: '复审' };

/** The role as it stands beside a comment: never a person's name. */
export const REVIEWER_LABELS: Readonly<Record<ReviewStage, string>> = { FIRST: '初审人员', FINAL: '复审人员' };

export const OUTCOME_LABELS: Readonly<Record<ReviewOutcome, string>> = {
  PASSED: '通过，送复审',
  RETURNED: '退回补正',
  PROPOSED_REJECTION: '建议不予支持',
  SENT_BACK: '退回初审',
  APPROVED: '审核通过',
  REJECTED: '不予支持',
  RELEASED: '放回队列',
  LAPSED: '到时放回',
  HANDED_OVER: '转交同事',
};

/** 加签: what a colleague thinks. */
export type OpinionVerdict = 'AGREE' | 'DISAGREE' | 'REMARK';

export const VERDICT_LABELS: Readonly<Record<OpinionVerdict, string>> = {
  AGREE: '同意',
  DISAGREE: '不同意',
  REMARK: '仅提意见',
};

/** What a reviewer decides of one talent; null while it is open. */
export function decisionLabel(supported: boolean | null): string {
  if (supported === null) return '未定';
  return supported ? '支持' : '不予支持';
}
