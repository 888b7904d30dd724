import { paths } from '@/lib/kernel/paths';
import type { Explanations } from '../refusals';
import { inWords } from './time-words';

export type EmployeeRefusal =
  | { readonly code: 'username-taken' }
  /** The administrator's own account is changed by 管理员变更, never here. */
  | { readonly code: 'not-this-account' }
  | { readonly code: 'no-mobile' }
  | { readonly code: 'not-a-handler' }
  | { readonly code: 'cannot-take-over' }
  | { readonly code: 'nothing-to-hand-over' }
  | { readonly code: 'too-many-passwords'; readonly waitSeconds: number };

export const explainEmployee: Explanations<EmployeeRefusal> = {
  'username-taken': () => ({
    title: '员工尚未添加',
    why: '本单位已有这个用户名。',
    next: [],
    fields: { username: '本单位已有这个用户名，请换一个。' },
  }),
  'not-this-account': () => ({
    title: '不能在此办理',
    why: '企业管理员的账号不在员工管理中变更。',
    next: [{ label: '本人密码和绑定在“我的账号”办理', href: paths.account() }],
  }),
  'no-mobile': () => ({
    title: '还没有绑定手机',
    why: '初始密码以短信发送，请先绑定该员工的手机。',
    next: [],
    fields: { mobile: '请先填写并保存手机号码。' },
  }),
  'not-a-handler': () => ({
    title: '无须授权',
    why: '超级用户可办理全部事项，只有经办人需要授权。',
    next: [],
  }),
  'cannot-take-over': () => ({
    title: '尚未交接',
    why: '接手的须是本单位启用中的超级用户或经办人。',
    next: [],
    fields: { toId: '请另选一位同事。' },
  }),
  'nothing-to-hand-over': () => ({ title: '没有可交接的草稿', why: '该员工名下没有未提交的申请。', next: [] }),
  'too-many-passwords': ({ waitSeconds }) => ({
    title: '发送过于频繁',
    why: `初始密码发送较多，请在 ${inWords(waitSeconds)}后再办理。`,
    next: [],
  }),
};
