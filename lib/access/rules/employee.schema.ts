import { z } from 'zod';
import { parseEmail } from '@/lib/kernel/email';
import { parsePersonalName } from '@/lib/kernel/personal-name';
import { parseMobile } from '@/lib/kernel/phone';
import { normaliseUsername } from './account-names';

/** Names that the system gives itself, or that would be taken for somebody else. */
const TAKEN = ['admin', 'super', 'root', 'system'];

export const mobileField = z.string().transform((text, ctx) => {
  const mobile = parseMobile(text);
  if (mobile.ok) return mobile.value;
  ctx.addIssue({ code: 'custom', message: '请填写 11 位手机号码。' });
  return z.NEVER;
});

export const emailField = z.string().transform((text, ctx) => {
  const email = parseEmail(text);
  if (email.ok) return email.value;
  ctx.addIssue({ code: 'custom', message: '请填写完整邮箱，如 name@example.com。' });
  return z.NEVER;
});

const usernameField = z
  .string()
  .max(100)
  .transform(normaliseUsername)
  .pipe(
    z
      .string()
      .regex(/^[a-z][a-z0-9._-]{2,19}$/, '3 至 20 位，字母开头，可用字母、数字、点、横线。')
      .refine((name) => !TAKEN.includes(name), '这个用户名由系统使用，请换一个。'),
  );

const nameField = z.string().transform((text, ctx) => {
  const name = parsePersonalName(text);
  if (name.ok) return name.value;
  ctx.addIssue({ code: 'custom', message: '请填写真实姓名，2 至 50 个字。' });
  return z.NEVER;
});

export const addEmployeeSchema = z.object({
  username: usernameField,
  displayName: nameField,
  mobile: mobileField,
  programmeIds: z.array(z.uuid()).max(100).default([]),
});
export type AddEmployeeInput = z.infer<typeof addEmployeeSchema>;

export const oneEmployeeSchema = z.object({ employeeId: z.uuid() });
export type OneEmployee = z.infer<typeof oneEmployeeSchema>;

export const bindEmployeeSchema = oneEmployeeSchema.extend({ mobile: mobileField });
export const grantSchema = oneEmployeeSchema.extend({ programmeIds: z.array(z.uuid()).max(100).default([]) });
export const handOverSchema = oneEmployeeSchema.extend({ toId: z.uuid('请选择接手的同事。') });
