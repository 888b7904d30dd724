import 'server-only';
import { randomInt } from 'node:crypto';
import { INITIAL_PASSWORD_HOURS, initialPassword } from '../rules/password';
import { hashPassword } from './password-hash';

export type InitialPassword = {
  readonly password: string;
  readonly columns: { readonly passwordHash: string; readonly passwordGoodUntil: Date };
};

/** A new initial password, with what the account's row keeps of it. */
export async function newInitialPassword(now: Date): Promise<InitialPassword> {
  const password = initialPassword((below) => randomInt(below));
  return {
    password,
    columns: {
      passwordHash: await hashPassword(password),
      passwordGoodUntil: new Date(now.getTime() + INITIAL_PASSWORD_HOURS * 3600 * 1000),
    },
  };
}

/** Whether an initial password was left unchanged for too long. */
export function isExpired(
  user: { readonly mustChangePassword: boolean; readonly passwordGoodUntil: Date | null },
  now: Date,
): boolean {
  return user.mustChangePassword && user.passwordGoodUntil !== null && user.passwordGoodUntil <= now;
}
