import { z } from 'zod';

// Longer than any password may be, so that the rule itself says what is too long; and bounded all the same.
const typed = (says: string) => z.string().min(1, says).max(1000, '请缩短。');

export const firstPasswordSchema = z.object({
  password: typed('请填写新密码。'),
  again: typed('请再填写一次新密码。'),
});
export type FirstPasswordInput = z.infer<typeof firstPasswordSchema>;

export const changePasswordSchema = firstPasswordSchema.extend({ current: typed('请填写原密码。') });
export type ChangePasswordInput = z.infer<typeof changePasswordSchema>;
