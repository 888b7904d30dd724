import type { UnmatchedReason } from './reconciliation';
import type { ResultComplaint } from './bank-result';
import type { BankLayoutStatus, BatchStatus, PaymentFileStatus } from './money-states';
import type { DisbursementStatus } from './states';
import type { ProofNeed } from './talent-lines';

export type LabelTone = 'neutral' | 'blue' | 'green' | 'amber' | 'red';

/** A status as people read it. `icon` is a name of the interface's own set. */
export type StatusLabel = { readonly word: string; readonly tone: LabelTone; readonly icon: LabelIcon };
type LabelIcon =
  'upload' | 'bank' | 'print' | 'camera' | 'clock' | 'check-circle' | 'warn' | 'error' | 'stop' | 'circle' | 'list';

/** The words of the enterprise: what it must do, or whose turn it is; never a word of the payment machinery. */
export const PUBLIC_STATUS: Readonly<Record<DisbursementStatus, StatusLabel>> = {
  AWAITING_PROOF: { word: '待上传在职证明', tone: 'amber', icon: 'upload' },
  AWAITING_CONFIRMATION: { word: '待确认账户', tone: 'amber', icon: 'bank' },
  AWAITING_PRINT: { word: '待打印收据', tone: 'amber', icon: 'print' },
  AWAITING_RECEIPT: { word: '待上传收据', tone: 'blue', icon: 'camera' },
  RECEIPT_REVIEW: { word: '收据审核中', tone: 'blue', icon: 'clock' },
  PAYABLE: { word: '收据已通过', tone: 'green', icon: 'check-circle' },
  PAYING: { word: '正在付款', tone: 'blue', icon: 'clock' },
  PAID: { word: '已拨付', tone: 'green', icon: 'check-circle' },
  PAYMENT_FAILED: { word: '付款未成功', tone: 'red', icon: 'error' },
  CANCELLED: { word: '已移出批次', tone: 'neutral', icon: 'stop' },
  LAPSED: { word: '逾期失效', tone: 'neutral', icon: 'stop' },
  FALLEN_AWAY: { word: '不再拨付', tone: 'neutral', icon: 'stop' },
};

/** What the enterprise reads of a disbursement; a hold and a declaration that waits stand before the status. */
export function publicLabel(
  status: DisbursementStatus,
  waits: { readonly hold: string | null; readonly forDecision: boolean },
): StatusLabel {
  if (waits.hold) return { word: '暂停办理', tone: 'amber', icon: 'stop' };
  if (waits.forDecision) return { word: '离职申报审定中', tone: 'blue', icon: 'clock' };
  return PUBLIC_STATUS[status];
}

/** The words of staff. */
export const STAFF_STATUS: Readonly<Record<DisbursementStatus, StatusLabel>> = {
  ...PUBLIC_STATUS,
  AWAITING_PROOF: { word: '待企业上传证明', tone: 'neutral', icon: 'clock' },
  AWAITING_CONFIRMATION: { word: '待企业确认', tone: 'neutral', icon: 'clock' },
  AWAITING_PRINT: { word: '待企业打印收据', tone: 'neutral', icon: 'clock' },
  AWAITING_RECEIPT: { word: '待企业上传收据', tone: 'neutral', icon: 'clock' },
  RECEIPT_REVIEW: { word: '待审收据', tone: 'amber', icon: 'warn' },
  PAYABLE: { word: '可付款', tone: 'amber', icon: 'list' },
  PAYING: { word: '付款中', tone: 'blue', icon: 'clock' },
};

export const BATCH_STATUS: Readonly<Record<BatchStatus, StatusLabel>> = {
  DRAFT: { word: '待复核下达', tone: 'amber', icon: 'warn' },
  RELEASED: { word: '已下达', tone: 'blue', icon: 'clock' },
  CLOSED: { word: '已结清', tone: 'green', icon: 'check-circle' },
  DISCARDED: { word: '已作废', tone: 'neutral', icon: 'stop' },
};

export const PAYMENT_FILE_STATUS: Readonly<Record<PaymentFileStatus, StatusLabel>> = {
  DRAFT: { word: '待复核', tone: 'amber', icon: 'warn' },
  CONFIRMED: { word: '已复核，待银行结果', tone: 'blue', icon: 'clock' },
  RECONCILED: { word: '已对账', tone: 'green', icon: 'check-circle' },
  WITHDRAWN: { word: '已撤回', tone: 'neutral', icon: 'stop' },
};

export const BANK_LAYOUT_STATUS: Readonly<Record<BankLayoutStatus, StatusLabel>> = {
  DRAFT: { word: '待发布', tone: 'amber', icon: 'warn' },
  PUBLISHED: { word: '正在使用', tone: 'green', icon: 'check-circle' },
  RETIRED: { word: '已停用', tone: 'neutral', icon: 'stop' },
};

export type PaymentLineStatus = 'PENDING' | 'PAID' | 'FAILED' | 'WITHDRAWN';

export const PAYMENT_LINE_STATUS: Readonly<Record<PaymentLineStatus, StatusLabel>> = {
  PENDING: { word: '待银行结果', tone: 'blue', icon: 'clock' },
  PAID: { word: '已付', tone: 'green', icon: 'check-circle' },
  FAILED: { word: '未成功', tone: 'red', icon: 'error' },
  WITHDRAWN: { word: '已撤回', tone: 'neutral', icon: 'stop' },
};

export const UNMATCHED_WORDS: Readonly<Record<UnmatchedReason, string>> = {
  unread: '不能读取',
  'unknown-line': '没有这个明细编号',
  'other-file': '属于另一份付款文件',
  'amount-differs': '金额与付款文件不符',
  'account-differs': '账号尾号与付款文件不符',
  contradictory: '同一明细有相反的结果',
  doubled: '与另一行重复',
  'paid-twice': '同一明细有两个流水号，可能重复付款',
  'already-settled': '此前已有相同结果',
  'contradicts-settled': '与此前的结果相反',
  'still-at-bank': '本系统已记未成功，银行仍在处理',
  withdrawn: '该明细已撤回，银行却有结果',
};

export const COMPLAINT_WORDS: Readonly<Record<ResultComplaint, string>> = {
  columns: '列数与格式不符',
  'line-number': '明细编号格式有误',
  'account-tail': '账号或后四位有误',
  amount: '金额有误',
  outcome: '结果用词不在格式之内',
  'reason-missing': '失败或退汇缺原因',
  'reference-missing': '成功缺银行流水号',
  day: '日期有误或不完整',
};

export const PROOF_NEED_WORDS: Readonly<Record<ProofNeed, StatusLabel>> = {
  none: { word: '已齐', tone: 'green', icon: 'check-circle' },
  missing: { word: '待上传', tone: 'amber', icon: 'upload' },
  'too-old': { word: '已过期，须更新', tone: 'red', icon: 'error' },
  'waits-for-decision': { word: '已申报离职，待审定', tone: 'blue', icon: 'clock' },
  'fallen-away': { word: '已离职，不再拨付', tone: 'neutral', icon: 'stop' },
};
