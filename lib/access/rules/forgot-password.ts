import { z } from 'zod';
import type { Explanations } from '../refusals';
import { firstPasswordSchema } from './password.schema';
import { explainNewPassword, type NewPasswordRefusal } from './password-refusals';
import { pictureCodeField } from './picture-code.schema';
import type { PictureCodeRefusal } from './sign-in-refusals';
import { explainSmsCode, type CheckCodeRefusal } from './sms-code-refusals';
import { inWords } from './time-words';

/** From the first page to the new password. */
export const RESET_MINUTES = 15;

const filled = (says: string, most: number) => z.string().trim().min(1, says).max(most, `不超过 ${most} 个字。`);

export const askResetSchema = z.object({
  enterprise: filled('请填写企业名称或统一社会信用代码。', 100),
  username: filled('请填写用户名。', 40),
  channel: z.enum(['SMS', 'MAIL'], '请选择接收验证码的方式。'),
  pictureCodeId: z.uuid('请换一张图片。'),
  pictureCode: pictureCodeField,
});
export type AskResetInput = z.infer<typeof askResetSchema>;

export const resetPasswordSchema = firstPasswordSchema.extend({ code: filled('请填写验证码。', 20) });
export type ResetPasswordInput = z.infer<typeof resetPasswordSchema>;

export type AskResetRefusal = PictureCodeRefusal | { readonly code: 'too-many-tries'; readonly waitSeconds: number };
export type ResetRefusal = NewPasswordRefusal | CheckCodeRefusal | { readonly code: 'reset-over' };

const NOT_SENT = '验证码尚未发送';

export const explainAskReset: Explanations<AskResetRefusal> = {
  'picture-code-wrong': () => ({
    title: NOT_SENT,
    why: '验证码与图片不一致。',
    next: [],
    fields: { pictureCode: '与图片不一致，请按新图片重新输入。' },
  }),
  'picture-code-stale': () => ({
    title: NOT_SENT,
    why: '图片已失效，每张只能用一次。',
    next: [],
    fields: { pictureCode: '图片已更换，请按新图片重新输入。' },
  }),
  'puzzle-stale': () => ({
    title: NOT_SENT,
    why: '本机验证已失效，每次只能用一次。',
    next: [],
    fields: { pictureCode: '本机验证已失效，将自动重新验证，请再提交一次。' },
  }),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '发送过于频繁',
    why: `请在 ${inWords(waitSeconds)}后再试。`,
    next: [{ label: '已收到的验证码五分钟内有效' }],
  }),
};

export const explainReset: Explanations<ResetRefusal> = {
  ...explainNewPassword,
  ...explainSmsCode,
  'reset-over': () => ({
    title: '本次找回已失效',
    why: `找回密码须在 ${RESET_MINUTES} 分钟内、同一浏览器中完成。`,
    next: [{ label: '重新开始找回密码', href: '/forgot-password' }],
  }),
};
