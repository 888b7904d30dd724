import { z } from 'zod';
import { parseBankAccountNumber } from '@/lib/kernel/bank-account-number';
import { parseCnaps } from '@/lib/kernel/cnaps';
import { parseEmail } from '@/lib/kernel/email';
import { parsePersonalName } from '@/lib/kernel/personal-name';
import { parseMobile } from '@/lib/kernel/phone';
import type { Result } from '@/lib/kernel/result';

/** A text field read by a kernel parser: canonical form out, one sentence on how to mend it otherwise. */
function parsed<R>(parse: (text: string) => Result<string, R>, says: string) {
  return z.string().transform((text, ctx) => {
    const read = parse(text);
    if (read.ok) return read.value;
    ctx.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  });
}

/** 联系人 as typed; the same schema in the dialog and in the command. */
export const contactSchema = z.strictObject({
  id: z.uuid().optional(),
  name: parsed(parsePersonalName, '请填写姓名，2 至 50 个字。'),
  position: z.string().trim().max(30, '职务不超过 30 个字。').optional(),
  mobile: parsed(parseMobile, '请填写 11 位手机号码。'),
  email: parsed(parseEmail, '请填写电子邮箱，如 name@example.com。'),
});
export type ContactInput = z.infer<typeof contactSchema>;

/** 银行账户 as typed. The holder is always the enterprise itself and is not typed. */
export const bankAccountSchema = z.strictObject({
  id: z.uuid().optional(),
  number: parsed(parseBankAccountNumber, '请填写 8 至 30 位账号，只含数字和短横线。'),
  bankName: z.string().trim().min(4, '请填写开户行全称，写到支行。').max(60, '开户行不超过 60 个字。'),
  cnapsCode: parsed(parseCnaps, '请填写 12 位联行号，可向开户行询问。'),
});
export type BankAccountInput = z.infer<typeof bankAccountSchema>;
