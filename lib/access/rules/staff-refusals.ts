import type { Explanations } from '../refusals';
import { inWords } from './time-words';

export type StaffRefusal =
  /** Nobody resets or disables himself. */
  | { readonly code: 'own-account' }
  | { readonly code: 'no-factor' }
  | { readonly code: 'nowhere-to-send' }
  | { readonly code: 'too-many-passwords'; readonly waitSeconds: number };

export const explainStaff: Explanations<StaffRefusal> = {
  'own-account': () => ({
    title: '不能办理自己的账号',
    why: '本人的动态口令、密码和停用，由另一位安全管理员办理。',
    next: [{ label: '请另一位安全管理员办理' }],
  }),
  'no-factor': () => ({
    title: '没有可以重置的动态口令',
    why: '该人员尚未绑定，下次登录时会要求绑定。',
    next: [{ label: '请本人登录后绑定' }],
  }),
  'nowhere-to-send': () => ({
    title: '没有绑定手机',
    why: '初始密码只以短信发给本人绑定的手机。',
    next: [{ label: '请本人在“我的账号”绑定手机后再办理' }],
  }),
  'too-many-passwords': ({ waitSeconds }) => ({
    title: '发送过于频繁',
    why: `请在 ${inWords(waitSeconds)}后再办理。`,
    next: [{ label: '已发出的初始密码 72 小时内有效' }],
  }),
};
