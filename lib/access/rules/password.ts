/** Hashing is slow by design, so what may be hashed is bounded; every character is allowed. */
export const PASSWORD_LENGTH_MAX = 128;

/** The form in which a password is hashed: the same letters typed on another keyboard are the same password. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}
