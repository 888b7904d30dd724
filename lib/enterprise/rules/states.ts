import { machine } from '@/lib/kernel/machine';

export type EnterpriseStatus = 'ACTIVE' | 'FROZEN';

/** The life of an enterprise (企业). */
export const ENTERPRISE = machine<EnterpriseStatus, 'freeze' | 'unfreeze'>(
  'enterprise',
  { initial: 'ACTIVE', states: ['ACTIVE', 'FROZEN'], ends: [] },
  [
    ['ACTIVE', 'freeze', 'FROZEN', ['window', 'admin'], '冻结企业', 'hold-put'],
    ['FROZEN', 'unfreeze', 'ACTIVE', ['window', 'admin'], '解除冻结', 'hold-lifted'],
  ],
);

export type EmployeeStatus = 'ACTIVE' | 'DISABLED';

/** The life of an account of an enterprise (员工). */
export const EMPLOYEE = machine<EmployeeStatus, 'disable' | 'enable'>(
  'employee',
  { initial: 'ACTIVE', states: ['ACTIVE', 'DISABLED'], ends: [] },
  [
    ['ACTIVE', 'disable', 'DISABLED', 'enterprise', '停用员工', null],
    ['DISABLED', 'enable', 'ACTIVE', 'enterprise', '启用员工', null],
  ],
);

export type RegistrationStatus = 'STARTED' | 'PROVEN' | 'SUBMITTED' | 'CODE_SENT' | 'DONE' | 'EXPIRED';

/**
 * The life of a registration (成为新用户); seven days of typing, then it expires. Code and passwords are secrets that no
 * log row may carry, so their commands send them and the edges tell nothing.
 */
export const REGISTRATION = machine<
  RegistrationStatus,
  'prove' | 'proveAgain' | 'submit' | 'amend' | 'sendCode' | 'finish' | 'expire'
>(
  'registration',
  {
    initial: 'STARTED',
    states: ['STARTED', 'PROVEN', 'SUBMITTED', 'CODE_SENT', 'DONE', 'EXPIRED'],
    ends: ['DONE', 'EXPIRED'],
  },
  [
    ['STARTED', 'prove', 'PROVEN', 'public', 'CA 认证通过', null],
    ['PROVEN', 'proveAgain', 'PROVEN', 'public', 'CA 再次认证通过', null],
    ['PROVEN', 'submit', 'SUBMITTED', 'public', '提交注册', null],
    [['SUBMITTED', 'CODE_SENT'], 'amend', 'PROVEN', 'public', '返回修改', null],
    ['SUBMITTED', 'sendCode', 'CODE_SENT', 'public', '获取验证码', null],
    ['CODE_SENT', 'sendCode', 'CODE_SENT', 'public', '重新获取验证码', null],
    ['CODE_SENT', 'finish', 'DONE', 'public', '注册完成', null],
    [['STARTED', 'PROVEN', 'SUBMITTED', 'CODE_SENT'], 'expire', 'EXPIRED', 'clock', '注册过期', null],
  ],
);

export type ChangeRequestStatus =
  'DRAFT' | 'RECEIVED' | 'IN_CHECK' | 'PROPOSED' | 'GRANTED' | 'REFUSED' | 'RETURNED' | 'WITHDRAWN';

/**
 * The life of a change request (管理员变更、企业信息变更、密码重置). A password reset is asked for in public and begins
 * as RECEIVED: there is nobody who could go on writing it. It alone is PROPOSED, by whoever called back, and granted
 * from there by somebody else; the other two are granted from IN_CHECK.
 */
export const CHANGE_REQUEST = machine<
  ChangeRequestStatus,
  'submit' | 'take' | 'takeOver' | 'propose' | 'recheck' | 'grant' | 'refuse' | 'return' | 'resubmit' | 'withdraw'
>(
  'change request',
  {
    initial: 'DRAFT',
    starts: ['RECEIVED'],
    states: ['DRAFT', 'RECEIVED', 'IN_CHECK', 'PROPOSED', 'GRANTED', 'REFUSED', 'RETURNED', 'WITHDRAWN'],
    ends: ['GRANTED', 'REFUSED', 'WITHDRAWN'],
  },
  [
    ['DRAFT', 'submit', 'RECEIVED', 'enterprise', '提交请求', null],
    ['RECEIVED', 'take', 'IN_CHECK', 'window', '开始核对', null],
    ['IN_CHECK', 'takeOver', 'IN_CHECK', 'window', '接手核对', null],
    ['IN_CHECK', 'propose', 'PROPOSED', 'window', '核实后提请复核', 'reset-proposed'],
    ['PROPOSED', 'recheck', 'IN_CHECK', 'window', '退回重新核实', null],
    [['IN_CHECK', 'PROPOSED'], 'grant', 'GRANTED', 'window', '同意变更', 'change-answered'],
    [['IN_CHECK', 'PROPOSED'], 'refuse', 'REFUSED', 'window', '不同意变更', 'change-answered'],
    ['IN_CHECK', 'return', 'RETURNED', 'window', '退回补正', 'change-answered'],
    ['RETURNED', 'resubmit', 'RECEIVED', 'enterprise', '重新提交', null],
    [['DRAFT', 'RECEIVED', 'RETURNED'], 'withdraw', 'WITHDRAWN', 'enterprise', '撤回请求', null],
  ],
);

/** Where the office is to act and the enterprise waits. */
export const AT_THE_OFFICE: readonly ChangeRequestStatus[] = ['RECEIVED', 'IN_CHECK', 'PROPOSED'];

export type SupportTicketStatus = 'OPEN' | 'ANSWERED';

/** The life of a call for help (求助) with an error number. */
export const SUPPORT_TICKET = machine<SupportTicketStatus, 'answer' | 'reopen'>(
  'support ticket',
  { initial: 'OPEN', states: ['OPEN', 'ANSWERED'], ends: ['ANSWERED'] },
  [
    ['OPEN', 'answer', 'ANSWERED', 'window', '答复求助', null],
    ['ANSWERED', 'reopen', 'OPEN', 'window', '重新处理求助', null],
  ],
);
