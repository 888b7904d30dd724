import 'server-only';
import { generateSync, generateURI } from 'otplib';
import type { Vault } from '@/lib/db/vault';

/** RFC 6238 as every authenticator app speaks it: SHA-1, six digits, steps of thirty seconds. */
export const STEP_SECONDS = 30;
const WINDOW = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const SECRET_BYTES = 20;

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

export function codeAt(secret: string, step: number): string {
  return generateSync({ secret, epoch: step * STEP_SECONDS, period: STEP_SECONDS, digits: 6 });
}

/**
 * The step that a code belongs to: the present one or its neighbours, and later than the last one accepted, so that a
 * code that was looked over somebody's shoulder opens nothing. Null when it is none of these.
 */
export function stepOf(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  const present = stepAt(now);
  for (let step = present - WINDOW; step <= present + WINDOW; step += 1) {
    if (step > (lastStep ?? -1) && codeAt(secret, step) === code) return step;
  }
  return null;
}

/** What an authenticator app scans. */
export function factorUri(secret: string, username: string, issuer: string): string {
  return generateURI({ issuer, label: username, secret });
}

/**
 * The secret that is offered to this person in this session. It follows from both and our key, so that nothing need be
 * kept of an offer that nobody takes up.
 */
export function offeredSecret(vault: Vault, staffId: string, sessionId: string): string {
  const bytes = Buffer.from(vault.blind('staff_user.factor-offer', `${staffId} ${sessionId}`), 'base64url');
  return base32(bytes.subarray(0, SECRET_BYTES));
}

export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32.charAt((value >> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32.charAt((value << (5 - bits)) & 31) : text;
}
