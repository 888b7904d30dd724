import { z } from 'zod';
import type { StatusIcon, StatusTone } from '@/lib/application/rules/labels';
import { parseNumber } from '@/lib/kernel/numbers';
import { shanghaiDay, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { OBJECTION_STATUS } from './labels';
import type { ObjectionStatus } from './states';

/** 异议编号 and the last four digits of the telephone, as typed. */
export const lookUpSchema = z.object({
  number: z.string().transform((text, ctx) => {
    const number = parseNumber('YY', text);
    if (number.ok) return number.value;
    const says = number.refusal === 'format' ? '请填写 YY 开头的 13 位编号。' : '编号有误，请与回执逐位核对。';
    ctx.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  }),
  tail: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(/^\d{4}$/, '请填写电话的最后 4 位数字。')),
});
export type LookUpInput = z.infer<typeof lookUpSchema>;

export type ObjectionProgress = {
  readonly number: string;
  readonly word: string;
  readonly tone: StatusTone;
  readonly icon: StatusIcon;
  readonly noticeTitle: string;
  readonly receivedOn: ShanghaiDay;
  /** By when the next thing happens; null once it is answered. */
  readonly dueOn: ShanghaiDay | null;
  readonly answer: string | null;
  readonly answeredOn: ShanghaiDay | null;
};

type Row = {
  readonly number: string;
  readonly status: ObjectionStatus;
  readonly receivedAt: Date;
  readonly acceptDueOn: string;
  readonly decideDueOn: string | null;
  readonly answer: string | null;
  readonly decidedAt: Date | null;
  readonly notice: { readonly title: string };
};

/** What whoever objected is told of it, and nothing of how it is looked into. */
export function progressOf(row: Row): ObjectionProgress {
  const due = row.status === 'RECEIVED' ? row.acceptDueOn : row.status === 'HANDLING' ? row.decideDueOn : null;
  return {
    ...OBJECTION_STATUS[row.status],
    number: row.number,
    noticeTitle: row.notice.title,
    receivedOn: shanghaiDayOf(row.receivedAt),
    dueOn: due === null ? null : shanghaiDay(due),
    answer: row.answer,
    answeredOn: row.decidedAt && shanghaiDayOf(row.decidedAt),
  };
}
