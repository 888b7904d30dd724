import { z } from 'zod';
import { parseShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';

const id = z.uuid();

export const reason = z.string().trim().min(2, '请填写 2 至 200 个字。').max(200, '请填写 2 至 200 个字。');

/** A day of the calendar as a date field sends it, or what is to be filled in. */
export const day = (says: string) =>
  z.string().transform((text, ctx): ShanghaiDay => {
    const read = parseShanghaiDay(text);
    if (read.ok) return read.value;
    ctx.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  });

/** 上传在职证明: one paper for one or several talents of the same disbursement. */
export const proofSchema = z.strictObject({
  disbursementId: id,
  lineIds: z.array(id).min(1, '请选择证明上的人员。').max(500),
  issuedOn: day('请填写证明上的出具日期。'),
});
export type ProofInput = z.infer<typeof proofSchema>;

/** 已离职 */
export const leftSchema = z.strictObject({ disbursementId: id, lineId: id, reason });
export type LeftInput = z.infer<typeof leftSchema>;

export const leftDecisionSchema = z.strictObject({
  disbursementId: id,
  lineId: id,
  decision: z.enum(['falls-away', 'stays'], { error: '请选择审定结论。' }),
  reason,
});
export type LeftDecisionInput = z.infer<typeof leftDecisionSchema>;

export const returnProofSchema = z.strictObject({
  disbursementId: id,
  lineIds: z.array(id).min(1, '请选择要退回的在职证明。'),
  reason,
});
export type ReturnProofInput = z.infer<typeof returnProofSchema>;

/** 确认: what was on the page, so that nothing else is confirmed than what was seen. */
export const confirmSchema = z.strictObject({
  disbursementId: id,
  bankAccountId: z.uuid({ error: '请先选择银行账户。' }),
  contactId: z.uuid({ error: '请先选择联系人。' }),
});
export type ConfirmInput = z.infer<typeof confirmSchema>;

export const adjustAccountSchema = z.strictObject({
  disbursementId: id,
  bankAccountId: z.uuid({ error: '请选择一个银行账户。' }),
});
export type AdjustAccountInput = z.infer<typeof adjustAccountSchema>;

export const adjustContactSchema = z.strictObject({
  disbursementId: id,
  contactId: z.uuid({ error: '请选择一个联系人。' }),
});
export type AdjustContactInput = z.infer<typeof adjustContactSchema>;
