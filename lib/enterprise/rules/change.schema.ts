import { z } from 'zod';
import { parseMobile } from '@/lib/kernel/phone';
import { CHANGE_FIELDS, ONLINE_KINDS } from './change-form';

export const beginChangeSchema = z.strictObject({ kind: z.enum(ONLINE_KINDS) });
export const changeIdSchema = z.strictObject({ id: z.uuid() });

const known = new Set(Object.values(CHANGE_FIELDS).flatMap((fields) => fields.map(({ id }) => id)));

/** The whole form as typed, right or wrong; members that no kind knows are refused. */
export const saveChangeSchema = z
  .record(z.string(), z.string().max(2000))
  .refine((given) => Object.keys(given).every((key) => key === 'id' || key === 'then' || known.has(key)))
  .transform(({ id = '', then = '', ...answers }) => ({ id, then, answers }))
  .pipe(z.object({ id: z.uuid(), then: z.string(), answers: z.record(z.string(), z.string()) }));

/** The public page: what names the enterprise, whose password, and the mobile on record. */
export const requestResetSchema = z.strictObject({
  enterprise: z.string().trim().min(2, '请填写企业名称或统一社会信用代码。').max(100, '名称不超过 100 个字。'),
  account: z.enum(['admin', 'super'], { error: '请选择要重置的账号。' }),
  mobile: z.string().transform((text, ctx) => {
    const read = parseMobile(text);
    if (read.ok) return read.value;
    ctx.addIssue({ code: 'custom', message: '请填写 11 位手机号码。' });
    return z.NEVER;
  }),
  pictureCodeId: z.string().max(60),
  // Read off the picture, or worked out by the computer, which is longer.
  pictureCode: z.string().trim().min(1, '请填写验证码。').max(80, '请填写图片中的字符。'),
});
export type RequestResetInput = z.infer<typeof requestResetSchema>;
