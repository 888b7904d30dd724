import { createHmac, timingSafeEqual } from 'node:crypto';

import { base32 } from '../rules/base32';

/** What a tag vouches for. */
export type TaggedPage = {
  readonly number: string;
  readonly version: number;
  readonly page: number;
  /** SHA-256 of the frozen model (content-hash.ts), in hex. The file's own hash cannot stand in a QR inside the file. */
  readonly contentSha256: string;
};

const TAG_BYTES = 16;

/** HMAC-SHA256 over number, version, page and content, cut to 128 bits, in base 32 (26 characters). */
export function pageCodeTag(secret: Uint8Array, { number, version, page, contentSha256 }: TaggedPage): string {
  const message = ['receipt-page', number, version, page, contentSha256].join('\n');
  return base32(createHmac('sha256', secret).update(message).digest().subarray(0, TAG_BYTES));
}

/** Whether a tag read from paper belongs to this page of this version. Takes the same time whatever is wrong with it. */
export function isPageCodeTag(tag: string, secret: Uint8Array, page: TaggedPage): boolean {
  const expected = Buffer.from(pageCodeTag(secret, page));
  const given = Buffer.from(tag);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
