import type { QuotaRule } from './try-limits';

/** What a code opens. One that was sent for something else, or for another subject, opens nothing here. */
export type SmsCodePurpose = 'registration' | 'bind-mobile' | 'bind-email' | 'password-reset' | 'account-change';

export const SMS_CODE_DIGITS = 6;
export const SMS_CODE_SECONDS = 300;
/** Wrong answers to one code; then only a new one helps. */
export const SMS_CODE_TRIES = 5;
/** Seconds between two codes to one number or mailbox. */
export const SMS_CODE_PAUSE_SECONDS = 60;
/** Codes to one number or mailbox in a day, counted back from now. */
export const SMS_CODES_PER_ADDRESS: QuotaRule = { most: 5, seconds: 24 * 3600 };
/** Codes that one network address may ask for in an hour, to whatever number. */
export const SMS_CODES_PER_HOST: QuotaRule = { most: 10, seconds: 3600 };
/** All SMS with a code in a day, unless the operator sets another figure. */
export const SMS_CODES_PER_DAY = 3000;

/** A code out of chance: `random` is at least 32 bits, so no digit is likelier by more than a millionth. */
export function codeOf(random: number): string {
  return String(random % 10 ** SMS_CODE_DIGITS).padStart(SMS_CODE_DIGITS, '0');
}

/** What was typed, in the form of a code: full width digits and spaces are forgiven. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '');
}

/**
 * Seconds until the next code may go to an address that got codes at these times, newest first; 0 for at once.
 */
export function secondsUntilNext(sentAt: readonly Date[], now: Date): number {
  const passed = (at: Date) => (now.getTime() - at.getTime()) / 1000;
  const [newest] = sentAt;
  if (!newest) return 0;
  const pause = SMS_CODE_PAUSE_SECONDS - passed(newest);
  const limiting = sentAt[SMS_CODES_PER_ADDRESS.most - 1];
  const day = limiting ? SMS_CODES_PER_ADDRESS.seconds - passed(limiting) : 0;
  return Math.max(0, Math.ceil(Math.max(pause, day)));
}
