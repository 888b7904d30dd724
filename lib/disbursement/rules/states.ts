import { machine } from '@/lib/kernel/machine';

export const DISBURSEMENT_STATUSES = [
  'AWAITING_PROOF',
  'AWAITING_CONFIRMATION',
  'AWAITING_PRINT',
  'AWAITING_RECEIPT',
  'RECEIPT_REVIEW',
  'PAYABLE',
  'PAYING',
  'PAID',
  'PAYMENT_FAILED',
  'CANCELLED',
  'LAPSED',
  'FALLEN_AWAY',
] as const;

export type DisbursementStatus = (typeof DISBURSEMENT_STATUSES)[number];

export type DisbursementEvent =
  | 'proofsComplete'
  | 'noTalentLeft'
  | 'confirm'
  | 'proofTooOld'
  | 'issueReceipt'
  | 'adjust'
  | 'rename'
  | 'declareLeft'
  | 'submitReceipt'
  | 'takeBack'
  | 'returnReceipt'
  | 'returnProof'
  | 'accept'
  | 'reopen'
  | 'putInPaymentFile'
  | 'withdrawFile'
  | 'bankPaid'
  | 'bankFailed'
  | 'bankReturned'
  | 'bankPaidLate'
  | 'mendAccount'
  | 'retry'
  | 'leaveBatch'
  | 'stopTalent'
  | 'stopLastTalent'
  | 'lapse'
  | 'revive';

const BEFORE_REVIEW = ['AWAITING_PROOF', 'AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT'] as const;
const AFTER_PROOF = ['AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT'] as const;

/** The life of a disbursement (资金事项): one application's approved money in one batch. */
export const DISBURSEMENT = machine<DisbursementStatus, DisbursementEvent>(
  'disbursement',
  { initial: 'AWAITING_PROOF', states: DISBURSEMENT_STATUSES, ends: ['PAID', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY'] },
  [
    ['AWAITING_PROOF', 'proofsComplete', 'AWAITING_CONFIRMATION', ['enterprise', 'final'], '在职证明已齐', null],
    ['AWAITING_PROOF', 'noTalentLeft', 'FALLEN_AWAY', 'final', '无人可拨付', 'decision-on-left'],
    ['AWAITING_CONFIRMATION', 'confirm', 'AWAITING_PRINT', 'enterprise', '确认账户和联系人', null],
    ['AWAITING_CONFIRMATION', 'proofTooOld', 'AWAITING_PROOF', ['enterprise', 'clock'], '在职证明过期', null],
    ['AWAITING_PRINT', 'issueReceipt', 'AWAITING_RECEIPT', 'enterprise', '打印收据', null],
    [
      ['AWAITING_PRINT', 'AWAITING_RECEIPT'],
      'adjust',
      'AWAITING_CONFIRMATION',
      'enterprise',
      '调整账户或联系人',
      'account-changed',
    ],
    [
      ['AWAITING_PRINT', 'AWAITING_RECEIPT', 'RECEIPT_REVIEW'],
      'rename',
      'AWAITING_CONFIRMATION',
      'window',
      '企业名称已变更',
      'name-changed',
    ],
    [AFTER_PROOF, 'declareLeft', 'AWAITING_PROOF', 'enterprise', '申报已离职', null],
    ['AWAITING_RECEIPT', 'submitReceipt', 'RECEIPT_REVIEW', ['phone', 'enterprise'], '提交收据', 'photograph-received'],
    ['RECEIPT_REVIEW', 'takeBack', 'AWAITING_RECEIPT', 'enterprise', '取回收据', null],
    ['RECEIPT_REVIEW', 'returnReceipt', 'AWAITING_RECEIPT', 'maker', '退回收据', 'receipt-returned'],
    ['RECEIPT_REVIEW', 'returnProof', 'AWAITING_PROOF', 'maker', '退回在职证明', 'receipt-returned'],
    ['RECEIPT_REVIEW', 'accept', 'PAYABLE', 'maker', '收据通过', null],
    ['PAYABLE', 'reopen', 'RECEIPT_REVIEW', 'maker', '重新审核收据', null],
    ['PAYABLE', 'putInPaymentFile', 'PAYING', 'checker', '进入付款', null],
    ['PAYING', 'withdrawFile', 'PAYABLE', 'checker', '付款文件撤回', null],
    ['PAYING', 'bankPaid', 'PAID', 'bank', '银行已付', 'paid'],
    ['PAYING', 'bankFailed', 'PAYMENT_FAILED', 'bank', '付款失败', 'payment-failed'],
    ['PAID', 'bankReturned', 'PAYMENT_FAILED', 'bank', '银行退汇', 'money-returned'],
    [
      ['PAYABLE', 'PAYMENT_FAILED', 'RECEIPT_REVIEW', ...BEFORE_REVIEW],
      'bankPaidLate',
      'PAID',
      'checker',
      '两人核实，银行已付',
      'paid',
    ],
    ['PAYMENT_FAILED', 'mendAccount', 'AWAITING_CONFIRMATION', ['enterprise', 'maker'], '更换账户', 'account-changed'],
    ['PAYMENT_FAILED', 'retry', 'PAYABLE', 'maker', '重新付款', null],
    [BEFORE_REVIEW, 'leaveBatch', 'CANCELLED', 'maker', '移出批次', 'disbursement-cancelled'],
    [
      ['RECEIPT_REVIEW', 'PAYABLE', 'PAYMENT_FAILED', ...BEFORE_REVIEW],
      'stopTalent',
      'AWAITING_CONFIRMATION',
      'final',
      '停止人才',
      'talent-stopped',
    ],
    [
      ['RECEIPT_REVIEW', 'PAYABLE', 'PAYMENT_FAILED', ...BEFORE_REVIEW],
      'stopLastTalent',
      'FALLEN_AWAY',
      'final',
      '停止人才',
      'talent-stopped',
    ],
    [['PAYMENT_FAILED', ...BEFORE_REVIEW], 'lapse', 'LAPSED', 'clock', '逾期失效', 'lapsed'],
    ['LAPSED', 'revive', 'AWAITING_PROOF', 'maker', '恢复拨付', 'disbursement-opened'],
  ],
);

/** The states of the case in which a live disbursement may stand, by state of the disbursement. */
export const ALLOWED_CASE_STATUS: Record<DisbursementStatus, readonly string[]> = {
  AWAITING_PROOF: ['DISBURSING'],
  AWAITING_CONFIRMATION: ['DISBURSING'],
  AWAITING_PRINT: ['DISBURSING'],
  AWAITING_RECEIPT: ['DISBURSING'],
  RECEIPT_REVIEW: ['DISBURSING'],
  PAYABLE: ['DISBURSING'],
  PAYING: ['DISBURSING'],
  PAID: ['COMPLETED'],
  PAYMENT_FAILED: ['DISBURSING'],
  CANCELLED: ['CLEARED', 'DISBURSING', 'COMPLETED', 'CLOSED_UNPAID'],
  LAPSED: ['CLOSED_UNPAID'],
  FALLEN_AWAY: ['CLOSED_UNPAID'],
};

/** What an event of the disbursement does to its case in the same transaction; the others leave the case alone. */
export const CASE_EVENT: Partial<
  Record<DisbursementEvent, 'pay' | 'unbatch' | 'closeUnpaid' | 'reviveLapsed' | 'bankReturned'>
> = {
  bankPaid: 'pay',
  bankPaidLate: 'pay',
  leaveBatch: 'unbatch',
  lapse: 'closeUnpaid',
  noTalentLeft: 'closeUnpaid',
  stopLastTalent: 'closeUnpaid',
  revive: 'reviveLapsed',
  bankReturned: 'bankReturned',
};
