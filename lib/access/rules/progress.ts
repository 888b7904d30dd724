import { z } from 'zod';
import type { StatusIcon, StatusTone } from '@/lib/application/rules/labels';
import { normaliseCode } from '@/lib/kernel/normalise-text';
import { parseNumber } from '@/lib/kernel/numbers';
import { paths } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Explanations } from '../refusals';
import { inWords } from './time-words';

/** 受理编号 and the last six characters of the USCC, as typed without signing in. */
export const progressSchema = z.object({
  number: z.string().transform((text, ctx) => {
    const number = parseNumber('RC', text);
    if (number.ok) return number.value;
    const says = number.refusal === 'format' ? '请填写 RC 开头的 13 位编号。' : '编号有误，请与凭证逐位核对。';
    ctx.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  }),
  usccTail: z
    .string()
    .transform(normaliseCode)
    .pipe(z.string().regex(/^[0-9A-Z]{6}$/, '请填写最后 6 位字母或数字。')),
});
export type ProgressInput = z.infer<typeof progressSchema>;

/** All that is said without signing in: the status in a word, and since which day. */
export type PublicProgress = {
  readonly number: string;
  readonly word: string;
  readonly tone: StatusTone;
  readonly icon: StatusIcon;
  readonly since: ShanghaiDay;
  readonly submittedOn: ShanghaiDay | null;
};

export type ProgressRefusal =
  { readonly code: 'no-such-case' } | { readonly code: 'too-many-tries'; readonly waitSeconds: number };

export const explainProgress: Explanations<ProgressRefusal> = {
  'no-such-case': () => ({
    title: '没有查到',
    why: '编号与统一社会信用代码对不上，请核对后再查。',
    next: [{ label: '登录后可查看全部申请', href: paths.login(paths.applications()) }],
  }),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '查询次数过多',
    why: `请在 ${inWords(waitSeconds)}后再查。`,
    next: [{ label: '登录后查询不限次数', href: paths.login(paths.applications()) }],
  }),
};
