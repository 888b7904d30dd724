import type { ApplicationStatus } from './states';

export type StatusTone = 'neutral' | 'blue' | 'green' | 'amber' | 'red';
export type StatusIcon =
  | 'pen'
  | 'clock'
  | 'search'
  | 'undo'
  | 'check-circle'
  | 'close-circle'
  | 'megaphone'
  | 'wallet'
  | 'money'
  | 'stop'
  | 'minus';

/** A status as it is shown: an icon and a word, and in one sentence what happens next. */
export type StatusLabel = {
  readonly word: string;
  readonly tone: StatusTone;
  readonly icon: StatusIcon;
  readonly next: string;
};

type Labels = Readonly<Record<ApplicationStatus, StatusLabel>>;

/** What the enterprise reads. It never tells what a reviewer only proposes. */
export const PUBLIC_STATUS: Labels = {
  DRAFT: { word: '草稿', tone: 'neutral', icon: 'pen', next: '请补齐内容并确认提交，提交后才算申请。' },
  SUBMITTED: { word: '已提交，等待初审', tone: 'blue', icon: 'clock', next: '业务人员初审，您无需操作。' },
  FIRST_REVIEW: { word: '初审中', tone: 'blue', icon: 'search', next: '业务人员正在初审，您无需操作。' },
  RETURNED: { word: '已退回待修改', tone: 'amber', icon: 'undo', next: '请按审核意见修改，并在期限前重新提交。' },
  AWAITING_FINAL: { word: '等待复审', tone: 'blue', icon: 'clock', next: '业务人员复审，您无需操作。' },
  FINAL_REVIEW: { word: '复审中', tone: 'blue', icon: 'search', next: '业务人员正在复审，您无需操作。' },
  APPROVED: { word: '审核通过', tone: 'green', icon: 'check-circle', next: '等待列入公示，您无需操作。' },
  REJECTED: { word: '不予支持', tone: 'red', icon: 'close-circle', next: '不服结果的，可以在期限内申请复核一次。' },
  IN_NOTICE: { word: '公示中', tone: 'blue', icon: 'megaphone', next: '公示期满且无异议的，进入资金拨付。' },
  CLEARED: {
    word: '公示结束，待拨付',
    tone: 'green',
    icon: 'check-circle',
    next: '等待资金拨付启动，届时通知联系人。',
  },
  DISBURSING: { word: '拨付中', tone: 'blue', icon: 'wallet', next: '请到人才资金拨付申请中办理收据等事项。' },
  COMPLETED: { word: '已拨付', tone: 'green', icon: 'money', next: '补贴已到账，本申请办结。' },
  CLOSED_UNPAID: {
    word: '已结案，未拨付',
    tone: 'neutral',
    icon: 'stop',
    next: '本申请已结案，如有疑问请联系业务窗口。',
  },
  WITHDRAWN: { word: '已撤回', tone: 'neutral', icon: 'minus', next: '本申请已撤回；受理期内可以重新申请。' },
  EXPIRED: { word: '逾期失效', tone: 'red', icon: 'stop', next: '30 天内可以申请延期一次，须写明理由。' },
};

/** What staff read: the stage and whose turn it is. */
export const STAFF_STATUS: Labels = {
  DRAFT: { word: '草稿', tone: 'neutral', icon: 'pen', next: '企业尚未提交。' },
  SUBMITTED: { word: '待初审', tone: 'amber', icon: 'clock', next: '等待初审人员领取。' },
  FIRST_REVIEW: { word: '初审中', tone: 'blue', icon: 'search', next: '由领取的初审人员办理。' },
  RETURNED: { word: '待企业补正', tone: 'neutral', icon: 'undo', next: '等待企业重新提交，到期自动失效。' },
  AWAITING_FINAL: { word: '待复审', tone: 'amber', icon: 'clock', next: '等待复审人员领取。' },
  FINAL_REVIEW: { word: '复审中', tone: 'blue', icon: 'search', next: '由领取的复审人员办理。' },
  APPROVED: { word: '待公示', tone: 'amber', icon: 'check-circle', next: '等待列入公示。' },
  REJECTED: { word: '不予支持', tone: 'red', icon: 'close-circle', next: '复核期内企业可以申请复核。' },
  IN_NOTICE: { word: '公示中', tone: 'blue', icon: 'megaphone', next: '期满无异议自动结束。' },
  CLEARED: { word: '待拨付', tone: 'amber', icon: 'wallet', next: '等待编入拨付批次。' },
  DISBURSING: { word: '拨付中', tone: 'blue', icon: 'wallet', next: '按拨付事项的进度办理。' },
  COMPLETED: { word: '已拨付', tone: 'green', icon: 'money', next: '已办结。' },
  CLOSED_UNPAID: { word: '未拨付结案', tone: 'neutral', icon: 'stop', next: '已结案，拨付失效的可以恢复。' },
  WITHDRAWN: { word: '企业撤回', tone: 'neutral', icon: 'minus', next: '已办结。' },
  EXPIRED: { word: '逾期失效', tone: 'neutral', icon: 'stop', next: '30 天内企业可以申请延期，由复审决定。' },
};
