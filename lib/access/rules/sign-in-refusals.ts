import { paths } from '@/lib/kernel/paths';
import type { Explained, Explanations } from '../refusals';
import { inWords } from './time-words';

export type PictureCodeRefusal =
  | { readonly code: 'picture-code-wrong' }
  /** Used before, older than two minutes, made for another form, or unknown. */
  | { readonly code: 'picture-code-stale' };

export type SignInRefusal =
  | PictureCodeRefusal
  /** One answer for an unknown enterprise, an unknown user, a wrong password and a disabled account. */
  | { readonly code: 'credentials-wrong' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }
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
  'too-many-tries': ({ waitSeconds }: { waitSeconds: number }) => ({
    title: '尝试次数过多',
    why: `为保护账号，请在 ${inWords(waitSeconds)}后再试。`,
    next: [{ label: '忘记密码的，请联系技术支持', href: `${paths.help()}#password` }],
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

function wrong(why: string): Explained {
  return { title: NOT_SIGNED_IN, why, next: [{ label: '请核对后重新输入' }] };
}
