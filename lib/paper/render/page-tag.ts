import { createHmac, timingSafeEqual } from 'node:crypto';

import { base32 } from '../rules/base32';

const TAG_BYTES = 16;

/**
 * HMAC-SHA256 over the parts of a page's message, cut to 128 bits, in base 32 (26 characters). The first part names the
 * kind of page, so that a tag of one kind of paper is worth nothing on another.
 */
export function pageTag(secret: Uint8Array, parts: readonly [kind: string, ...(string | number)[]]): string {
  return base32(createHmac('sha256', secret).update(parts.join('\n')).digest().subarray(0, TAG_BYTES));
}

/** Whether a tag read from paper is that one. Takes the same time whatever is wrong with it. */
export function isSameTag(tag: string, expected: string): boolean {
  const known = Buffer.from(expected);
  const given = Buffer.from(tag);
  return given.length === known.length && timingSafeEqual(given, known);
}
