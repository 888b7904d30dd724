/** Hashing is slow by design, so what may be hashed is bounded; every character is allowed. */
export const PASSWORD_LENGTH_MAX = 128;
export const ENTERPRISE_PASSWORD_LENGTH_MIN = 8;
export const STAFF_PASSWORD_LENGTH_MIN = 12;

/** An initial password is good for this long. */
export const INITIAL_PASSWORD_HOURS = 72;
export const INITIAL_PASSWORD_LENGTH = 12;
/** Letters and digits that nobody mistakes for another when they stand in an SMS: no 0 O o, 1 I l, U V. */
const INITIAL_ALPHABET = 'ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnpqrstwxyz23456789';

/** The form in which a password is hashed: the same letters typed on another keyboard are the same password. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * An initial password out of chance. `pick(n)` answers a whole number below n, each as likely as the others; at least
 * one capital, one small letter and one digit are in it, so that a reader knows what he looks at.
 */
export function initialPassword(pick: (below: number) => number): string {
  for (;;) {
    const drawn = Array.from({ length: INITIAL_PASSWORD_LENGTH }, () =>
      INITIAL_ALPHABET.charAt(pick(INITIAL_ALPHABET.length)),
    ).join('');
    if (/[A-Z]/.test(drawn) && /[a-z]/.test(drawn) && /\d/.test(drawn)) return drawn;
  }
}
