import 'server-only';
import { randomInt } from 'node:crypto';
import type { Vault } from '@/lib/db/vault';
import { RECOVERY_CODES } from '../rules/factor.schema';

/** Ten letters and digits that nobody misreads: 49 bits each. */
const ALPHABET = 'abcdefghjkmnpqrstwxyz23456789';
const LENGTH = 10;

/** Ten new recovery codes as a person writes them down: abcde-fghjk. */
export function newRecoveryCodes(): string[] {
  const one = () => Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return Array.from({ length: RECOVERY_CODES }, () => one().replace(/^(.{5})/, '$1-'));
}

/** What is kept of one: a hash under the server's key, bound to the person. */
export function recoveryHash(vault: Vault, staffId: string, code: string): string {
  return vault.blind('staff_recovery_code.code', `${staffId} ${code.replaceAll('-', '')}`);
}
