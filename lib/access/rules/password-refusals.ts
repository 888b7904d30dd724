import type { Explanations } from '../refusals';
import { complaintWords, type PasswordComplaint, type PasswordOwner } from './password-rules';
import { inWords } from './time-words';

export type NewPasswordRefusal =
  | { readonly code: 'password-weak'; readonly complaint: PasswordComplaint; readonly side: PasswordOwner['side'] }
  | { readonly code: 'passwords-differ' }
  | { readonly code: 'password-same' }
  | { readonly code: 'busy' };

export type ChangePasswordRefusal =
  | NewPasswordRefusal
  | { readonly code: 'current-wrong' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number };

const NOT_CHANGED = '密码尚未修改';
const field = (name: string, says: string) => ({ title: NOT_CHANGED, why: says, next: [], fields: { [name]: says } });

export const explainNewPassword: Explanations<NewPasswordRefusal> = {
  'password-weak': ({ complaint, side }) => field('password', complaintWords(complaint, side)),
  'passwords-differ': () => field('again', '两次填写的不一致，请重新填写。'),
  'password-same': () => field('password', '不能与原密码相同。'),
  busy: () => ({ title: NOT_CHANGED, why: '此刻办理的人较多，请稍等片刻再试。', next: [] }),
};

export const explainChangePassword: Explanations<ChangePasswordRefusal> = {
  ...explainNewPassword,
  'current-wrong': () => field('current', '原密码不正确。'),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '尝试次数过多',
    why: `请在 ${inWords(waitSeconds)}后再试。`,
    next: [],
  }),
};
