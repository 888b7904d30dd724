import type { Explanations } from '../refusals';
import { explainSmsCode, type SmsCodeRefusal } from './sms-code-refusals';
import { inWords } from './time-words';

export type ProveOwnRefusal =
  | SmsCodeRefusal
  | { readonly code: 'current-wrong' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number }
  | { readonly code: 'busy' }
  | { readonly code: 'nothing-bound' };

const NOT_PROVED = '尚未通过验证';

export const explainProveOwn: Explanations<ProveOwnRefusal> = {
  ...explainSmsCode,
  'current-wrong': () => ({
    title: NOT_PROVED,
    why: '密码不正确。',
    next: [],
    fields: { current: '密码不正确，请重新填写。' },
  }),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '尝试次数过多',
    why: `请在 ${inWords(waitSeconds)}后再试。`,
    next: [{ label: '忘记密码的，请退出后从登录页找回' }],
  }),
  busy: () => ({ title: NOT_PROVED, why: '此刻办理的人较多，请稍等片刻再试。', next: [] }),
  'nothing-bound': () => ({
    title: NOT_PROVED,
    why: '账号没有绑定手机或邮箱，凭密码验证即可。',
    next: [{ label: '请刷新页面后再试' }],
  }),
};
