import { z } from 'zod';

export const RECOVERY_CODES = 10;

/** Six digits off the telephone, or a recovery code. */
export const factorCodeSchema = z.object({
  code: z.string().trim().min(1, '请填写动态口令。').max(40, '请核对后填写。'),
  next: z.string().max(2000).optional(),
});
export type FactorCodeInput = z.infer<typeof factorCodeSchema>;

export const proveSchema = factorCodeSchema.extend({
  current: z.string().min(1, '请填写密码。').max(1000, '请核对后填写。'),
});
export type ProveInput = z.infer<typeof proveSchema>;

/** What was typed as a code of the telephone, or null for what can only be a recovery code. */
export function readFactorCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A recovery code as kept: letters small, hyphens and spaces forgiven. */
export function readRecoveryCode(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
}
