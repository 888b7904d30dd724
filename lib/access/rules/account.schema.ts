import { z } from 'zod';
import { emailField, mobileField } from './employee.schema';

const current = z.string().min(1, '请填写密码。').max(1000, '请核对后填写。');
const code = z.string().trim().min(1, '请填写验证码。').max(20, '请核对后填写。');

export const askMobileCodeSchema = z.object({ current, mobile: mobileField });
export const bindMobileSchema = z.object({ mobile: mobileField, code });
export const askEmailCodeSchema = z.object({ current, email: emailField });
export const bindEmailSchema = z.object({ email: emailField, code });

export const askProofSchema = z.object({ current });
/** The code is asked for where a telephone or mailbox is bound. */
export const proveOwnSchema = z.object({ current, code: code.optional() });

export const endSessionSchema = z.object({ sessionId: z.uuid() });
