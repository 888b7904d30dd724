import { z } from 'zod';
import { parseShanghaiDay } from '@/lib/kernel/shanghai-day';

/** Why something is done, as it stands in the log. */
export const reasonSchema = z.string().trim().min(4, '请写明原因，至少 4 个字。').max(300, '原因不超过 300 个字。');

export const takeRegisterSchema = z.strictObject({ id: z.uuid(), reason: reasonSchema });

/** A day as a date field sends it; `missing` is said where there is none. */
export const dayField = (missing: string) =>
  z.string().transform((text, ctx) => {
    const day = parseShanghaiDay(text);
    if (day.ok) return day.value;
    ctx.addIssue({ code: 'custom', message: missing });
    return z.NEVER;
  });

/** What stands beside the file of an upload. */
export const registerUploadSchema = z.strictObject({
  asOf: dayField('请填写数据日期。'),
  name: z.string().max(300),
});
