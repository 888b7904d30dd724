import { machine } from '@/lib/kernel/machine';

export const APPLICATION_STATUSES = [
  'DRAFT',
  'SUBMITTED',
  'FIRST_REVIEW',
  'RETURNED',
  'AWAITING_FINAL',
  'FINAL_REVIEW',
  'APPROVED',
  'REJECTED',
  'IN_NOTICE',
  'CLEARED',
  'DISBURSING',
  'COMPLETED',
  'CLOSED_UNPAID',
  'WITHDRAWN',
  'EXPIRED',
] as const;

export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

export type ApplicationEvent =
  | 'submit'
  | 'takeBack'
  | 'withdraw'
  | 'claimFirst'
  | 'releaseFirst'
  | 'lapseFirst'
  | 'pass'
  | 'returnFirst'
  | 'proposeRejection'
  | 'resubmit'
  | 'expire'
  | 'extend'
  | 'claimFinal'
  | 'releaseFinal'
  | 'lapseFinal'
  | 'sendBack'
  | 'returnFinal'
  | 'reject'
  | 'approve'
  | 'appeal'
  | 'reopen'
  | 'publish'
  | 'clear'
  | 'upholdOnLast'
  | 'withdrawNotice'
  | 'stopLast'
  | 'batch'
  | 'unbatch'
  | 'pay'
  | 'closeUnpaid'
  | 'reviveLapsed'
  | 'bankReturned';

/** The life of an application (补贴申请). Holds and flags are not states. */
export const APPLICATION = machine<ApplicationStatus, ApplicationEvent>(
  'application',
  {
    initial: 'DRAFT',
    states: APPLICATION_STATUSES,
    ends: ['WITHDRAWN', 'EXPIRED', 'REJECTED', 'COMPLETED', 'CLOSED_UNPAID'],
  },
  [
    // from                         event               to                by             word                 tells, issues
    ['DRAFT', 'submit', 'SUBMITTED', 'enterprise', '提交申请', 'submitted', 'receipt'],
    ['SUBMITTED', 'takeBack', 'DRAFT', 'enterprise', '取回修改', null],
    ['SUBMITTED', 'takeBack', 'RETURNED', 'enterprise', '取回修改', null],
    [['SUBMITTED', 'RETURNED'], 'withdraw', 'WITHDRAWN', 'enterprise', '撤回申请', 'withdrawn'],
    ['SUBMITTED', 'claimFirst', 'FIRST_REVIEW', 'first', '初审领取', null],
    ['FIRST_REVIEW', 'releaseFirst', 'SUBMITTED', 'first', '初审放回', null],
    ['FIRST_REVIEW', 'lapseFirst', 'SUBMITTED', ['clock', 'admin'], '初审领取到时释放', null],
    ['FIRST_REVIEW', 'pass', 'AWAITING_FINAL', 'first', '初审通过', null],
    ['FIRST_REVIEW', 'returnFirst', 'RETURNED', 'first', '初审退回', 'returned', 'correction'],
    ['FIRST_REVIEW', 'proposeRejection', 'AWAITING_FINAL', 'first', '初审建议不予支持', null],
    ['RETURNED', 'resubmit', 'SUBMITTED', 'enterprise', '重新提交', 'submitted', 'receipt'],
    ['RETURNED', 'resubmit', 'AWAITING_FINAL', 'enterprise', '重新提交', 'submitted', 'receipt'],
    ['RETURNED', 'expire', 'EXPIRED', 'clock', '逾期未补正', 'expired'],
    ['EXPIRED', 'extend', 'RETURNED', 'final', '同意延期', 'extension-answered'],
    ['AWAITING_FINAL', 'claimFinal', 'FINAL_REVIEW', 'final', '复审领取', null],
    ['FINAL_REVIEW', 'releaseFinal', 'AWAITING_FINAL', 'final', '复审放回', null],
    ['FINAL_REVIEW', 'lapseFinal', 'AWAITING_FINAL', ['clock', 'admin'], '复审领取到时释放', null],
    ['FINAL_REVIEW', 'sendBack', 'SUBMITTED', 'final', '退回初审', null],
    ['FINAL_REVIEW', 'returnFinal', 'RETURNED', 'final', '复审退回', 'returned', 'correction'],
    ['FINAL_REVIEW', 'reject', 'REJECTED', 'final', '不予支持', 'rejected', 'refusal'],
    ['FINAL_REVIEW', 'approve', 'APPROVED', 'final', '审核通过', 'approved', 'result'],
    ['REJECTED', 'appeal', 'AWAITING_FINAL', 'enterprise', '复核申请', null],
    ['APPROVED', 'reopen', 'AWAITING_FINAL', 'final', '公示前重新审核', null],
    ['APPROVED', 'publish', 'IN_NOTICE', 'notice', '开始公示', 'on-notice'],
    ['IN_NOTICE', 'clear', 'CLEARED', 'clock', '公示结束', null],
    ['IN_NOTICE', 'upholdOnLast', 'REJECTED', 'final', '异议成立', 'rejected'],
    ['IN_NOTICE', 'withdrawNotice', 'APPROVED', 'notice', '公示撤下', null],
    ['CLEARED', 'stopLast', 'CLOSED_UNPAID', 'final', '停止拨付', 'talent-stopped'],
    ['CLEARED', 'batch', 'DISBURSING', ['checker', 'case'], '进入拨付', 'disbursement-opened'],
    ['DISBURSING', 'unbatch', 'CLEARED', 'case', '移出批次', null],
    ['DISBURSING', 'pay', 'COMPLETED', 'case', '拨付完成', null],
    ['DISBURSING', 'closeUnpaid', 'CLOSED_UNPAID', 'case', '未拨付结案', null],
    ['CLOSED_UNPAID', 'reviveLapsed', 'DISBURSING', 'case', '恢复拨付', null],
    // The disbursement's own edge tells it, with the amount and to its contact.
    ['COMPLETED', 'bankReturned', 'DISBURSING', 'case', '银行退汇', null],
  ],
);
