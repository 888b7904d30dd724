import { inWords } from './time-words';
import type { Explanations } from '../refusals';

export type SendCodeRefusal =
  /** To this number, from this network: the seconds until the next may be asked for. */
  | { readonly code: 'code-too-often'; readonly waitSeconds: number }
  /** The day's budget of SMS is spent. */
  | { readonly code: 'codes-spent' };

export type CheckCodeRefusal =
  | { readonly code: 'code-wrong'; readonly triesLeft: number }
  /** Older than five minutes, used, or tried too often; also when none was asked for. */
  | { readonly code: 'code-expired' };

export type SmsCodeRefusal = SendCodeRefusal | CheckCodeRefusal;

/** How refusals of a code read; the field is called `code` on every form. */
export const explainSmsCode: Explanations<SmsCodeRefusal> = {
  'code-too-often': ({ waitSeconds }) => ({
    title: '发送过于频繁',
    why: `请在 ${inWords(waitSeconds)}后再获取验证码。`,
    next: [{ label: '已收到的验证码五分钟内有效，可直接填写' }],
    fields: { code: `${inWords(waitSeconds)}后可重新获取。` },
  }),
  'codes-spent': () => ({
    title: '暂时不能发送验证码',
    why: '今日发送量已满，明日零时恢复。',
    next: [{ label: '急需办理的，请联系技术支持', href: '/help' }],
  }),
  'code-wrong': ({ triesLeft }) => ({
    title: '验证码错误',
    why: triesLeft > 0 ? `请核对后重新填写，还可以试 ${triesLeft} 次。` : '这个验证码不能再试，请重新获取。',
    next: [],
    fields: { code: triesLeft > 0 ? '与发送的不一致，请核对。' : '请重新获取验证码。' },
  }),
  'code-expired': () => ({
    title: '验证码已过期',
    why: '验证码五分钟内有效，只能用一次。',
    next: [],
    fields: { code: '请重新获取验证码。' },
  }),
};
