import { z } from 'zod';
import { parsePersonalName } from '@/lib/kernel/personal-name';

/** What was asked over the telephone. */
export type ResetQuestion = 'asked-for-it' | 'uscc' | 'representative' | 'cases' | 'people';

export const RESET_QUESTIONS: Readonly<Record<ResetQuestion, string>> = {
  'asked-for-it': '重置是本单位提出的',
  uscc: '统一社会信用代码后六位',
  representative: '法定代表人姓名',
  cases: '最近申报的事项和时间',
  people: '管理员或经办人的姓名、部门',
};
const KEYS = Object.keys(RESET_QUESTIONS) as [ResetQuestion, ...ResetQuestion[]];

/** 企业管理员, the enterprise's own telephone, or a contact by its id. */
export const ADMINISTRATOR = 'administrator';
export const TELEPHONE = 'telephone';
const CALLEE = /^(administrator|telephone|[0-9a-f-]{36})$/;
const LOCAL_MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** A minute as a browser's field has it, in China. */
const minuteField = z.string().transform((text, ctx) => {
  const at = LOCAL_MINUTE.test(text) ? new Date(`${text}:00+08:00`) : null;
  if (at && !Number.isNaN(at.getTime())) return at;
  ctx.addIssue({ code: 'custom', message: '请填写通话的日期和时间。' });
  return z.NEVER;
});

const spokenToField = z.string().transform((text, ctx) => {
  const name = parsePersonalName(text);
  if (name.ok) return name.value;
  ctx.addIssue({ code: 'custom', message: '请填写接听人姓名，2 至 50 个字。' });
  return z.NEVER;
});

/** 核实记录 as typed: whom one called back, when, who answered, what was asked. */
export const proposeResetSchema = z.strictObject({
  id: z.uuid(),
  callee: z.string('请选择回拨的电话。').regex(CALLEE, '请选择回拨的电话。'),
  calledAt: minuteField,
  spokenTo: spokenToField,
  asked: z
    .array(z.enum(KEYS))
    .default([])
    .refine((asked) => asked.includes('asked-for-it'), '须确认重置是本单位提出的，否则请点“不同意”。')
    .refine((asked) => asked.length > 1, '除此以外，至少再核对一项。'),
  note: z.string().trim().max(300, '说明不超过 300 个字。').default(''),
});
export type ProposeResetInput = z.infer<typeof proposeResetSchema>;

export const revealNumberSchema = z.strictObject({ id: z.uuid(), callee: z.string().regex(CALLEE) });

/** Whether a call can have been about this request: not before it came in, to the minute, and not after now. */
export function isCallInTime(calledAt: Date, submittedAt: Date, now: Date): boolean {
  const minute = 60_000;
  return calledAt <= now && calledAt.getTime() >= Math.floor(submittedAt.getTime() / minute) * minute;
}
