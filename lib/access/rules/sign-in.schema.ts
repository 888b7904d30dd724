import { z } from 'zod';
import { PASSWORD_LENGTH_MAX } from './password';
import { pictureCodeField } from './picture-code.schema';

const filled = (says: string, most: number) => z.string().trim().min(1, says).max(most, `不超过 ${most} 个字。`);

const everySignIn = {
  username: filled('请填写用户名。', 40),
  password: z.string().min(1, '请填写密码。').max(PASSWORD_LENGTH_MAX, `密码不超过 ${PASSWORD_LENGTH_MAX} 个字符。`),
  pictureCodeId: z.uuid('请换一张图片。'),
  pictureCode: pictureCodeField,
  /** Where one wanted to go; judged by `safeNext`. */
  next: z.string().max(2000).optional(),
};

/** 法人用户 as typed. Unknown members are dropped, since the form carries some of the framework's own. */
export const enterpriseSignInSchema = z.object({
  enterprise: filled('请填写企业名称或统一社会信用代码。', 100),
  ...everySignIn,
});
export type EnterpriseSignIn = z.infer<typeof enterpriseSignInSchema>;

/** 业务人员 as typed. */
export const staffSignInSchema = z.object(everySignIn);
export type StaffSignIn = z.infer<typeof staffSignInSchema>;
