/**
 * Masks for screens that do not need the whole value. Each is a mask of a canonical value (as the parsers answer it);
 * a value shorter than expected shows less, never more.
 */

/** `320***********1234` for 18 characters; of shorter documents the first and last two, of very short ones one each. */
export function maskIdNumber(number: string): string {
  const { length } = number;
  if (length === 18) return keepEnds(number, 3, 4);
  if (length >= 8) return keepEnds(number, 2, 2);
  return length >= 5 ? keepEnds(number, 1, 1) : '*'.repeat(length);
}

/** `138****5678`; of anything that has not eleven digits only the last two. */
export function maskMobile(mobile: string): string {
  return mobile.length === 11 ? keepEnds(mobile, 3, 4) : keepEnds(mobile, 0, Math.min(2, mobile.length >> 1));
}

/** `3225 **** **** 1234` whatever the length, so that the mask does not tell it; under twelve digits only the last four. */
export function maskBankAccount(number: string): string {
  const tail = number.length >= 8 ? number.slice(-4) : '****';
  return `${number.length >= 12 ? number.slice(0, 4) : '****'} **** **** ${tail}`;
}

/** `z***@example.com`: the first letter and the domain; of a one-letter name only the domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 0) return '***';
  return `${at > 1 ? email.charAt(0) : ''}***${email.slice(at)}`;
}

function keepEnds(text: string, head: number, tail: number): string {
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(text.length - tail);
}
