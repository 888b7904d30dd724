import { paths } from '@/lib/kernel/paths';
import type { EnterpriseActor } from '../actor';
import type { Explained, Explanations, NextStep } from '../refusals';
import { inWords } from './time-words';

export type PictureCodeRefusal =
  | { readonly code: 'picture-code-wrong' }
  /** Used before, older than two minutes, made for another form, or unknown. */
  | { readonly code: 'picture-code-stale' }
  /** The same of a code that the computer worked out, or worked out wrongly. */
  | { readonly code: 'puzzle-stale' };

export type SignInRefusal =
  | PictureCodeRefusal
  /** One answer for an unknown enterprise, an unknown user, a wrong password and a disabled account. */
  | { readonly code: 'credentials-wrong' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }
  /** Told only to who typed the right one: an initial password is good for 72 hours. */
  | { readonly code: 'initial-password-expired'; readonly role: EnterpriseActor['role'] | 'STAFF' }
  | { readonly code: 'busy' };

const NOT_SIGNED_IN = '尚未登录';

const shared = {
  'picture-code-wrong': () => ({
    title: NOT_SIGNED_IN,
    why: '验证码与图片不一致。',
    next: [],
    fields: { pictureCode: '与图片不一致，请按新图片重新输入。' },
  }),
  'picture-code-stale': () => ({
    title: NOT_SIGNED_IN,
    why: '验证码已失效，每张图片只能用一次，两分钟内有效。',
    next: [],
    fields: { pictureCode: '图片已更换，请按新图片重新输入。' },
  }),
  'puzzle-stale': () => ({
    title: NOT_SIGNED_IN,
    why: '本机验证已失效，每次验证只能用一次，两分钟内有效。',
    next: [],
    fields: { pictureCode: '本机验证已失效，将自动重新验证，请再登录一次。' },
  }),
  'too-many-tries': ({ waitSeconds }: { waitSeconds: number }) => ({
    title: '尝试次数过多',
    why: `为保护账号，请在 ${inWords(waitSeconds)}后再试。`,
    next: [{ label: '忘记密码', href: paths.forgotPassword() }],
  }),
  'initial-password-expired': ({ role }: { role: EnterpriseActor['role'] | 'STAFF' }) => ({
    title: '初始密码已过期',
    why: '初始密码 72 小时内有效，须重新发放。',
    next: [renewal(role)],
  }),
  busy: () => ({ title: NOT_SIGNED_IN, why: '登录的人较多，请稍等片刻再试。', next: [] }),
};

/** How refusals read on the form of 法人用户. */
export const explainEnterpriseSignIn: Explanations<SignInRefusal> = {
  ...shared,
  'credentials-wrong': () => wrong('企业名称、用户名或密码不正确。'),
};

/** How they read on the form of staff. */
export const explainStaffSignIn: Explanations<SignInRefusal> = {
  ...shared,
  'credentials-wrong': () => wrong('用户名或密码不正确。'),
};

/** Who gives out a new initial password. */
function renewal(role: EnterpriseActor['role'] | 'STAFF'): NextStep {
  if (role === 'ADMIN') return { label: '提交密码重置申请', href: paths.forgotPasswordRequest() };
  if (role === 'STAFF') return { label: '请联系安全管理员重置' };
  return { label: '请企业管理员在“员工管理”中重置密码' };
}

function wrong(why: string): Explained {
  return { title: NOT_SIGNED_IN, why, next: [{ label: '请核对后重新输入' }] };
}
