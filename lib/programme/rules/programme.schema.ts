import { z } from 'zod';
import { dayField, reasonSchema } from '@/lib/enterprise/rules/register.schema';

/** One configuration as a file, in characters. The largest sample has 30,000. */
export const CONFIG_CHARACTERS_MAX = 400_000;

export const takeConfigSchema = z.strictObject({
  text: z.string().min(2, '文件是空的。').max(CONFIG_CHARACTERS_MAX, '文件过大，一份配置不超过 400,000 字。'),
});

export const versionActSchema = z.object({ versionId: z.uuid(), reason: reasonSchema });

const BUDGET_MAX_YUAN = 10_000_000_000;

/** A budget as it is typed: whole yuan, with or without separators. Comes out in fen. */
const budget = z.string().transform((text, ctx) => {
  const typed = text.normalize('NFKC').replace(/[,\s]/g, '').replace(/元$/, '');
  if (/^\d{1,11}$/.test(typed) && Number(typed) > 0 && Number(typed) <= BUDGET_MAX_YUAN) return Number(typed) * 100;
  ctx.addIssue({ code: 'custom', message: '请填写整数元，如 30,000,000。' });
  return z.NEVER;
});

export const saveYearSchema = z
  .object({
    programmeId: z.uuid(),
    year: z.coerce.number('请填写年度。').int('年度是四位数字。').min(2000, '年度是四位数字。').max(2200, '年度不对。'),
    opensOn: dayField('请填写受理开始日期。'),
    closesOn: dayField('请填写受理截止日期。'),
    budgetFen: budget,
    /** The row version that was seen; empty for a year that is new. */
    seen: z.string().max(12),
    reason: reasonSchema,
  })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
    path: ['closesOn'],
    message: '截止日期不能早于开始日期。',
    // Said together with whatever else is wrong.
    when: ({ issues }) => !issues.some(({ path }) => path?.some((name) => name === 'opensOn' || name === 'closesOn')),
  });
export type SaveYear = z.infer<typeof saveYearSchema>;
