import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

const ID_BYTES = 16;
const SECRET_BYTES = 16;

/**
 * What the fragment of the QR's address holds: the link's id, by which a phone that is at work finds its link again
 * though its code was replaced meanwhile, and 128 random bits, by which another one gets in.
 */
export function newCaptureToken(captureId: string): string {
  const id = Buffer.from(captureId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url');
}

/** The link that a token is of, or null where it has no such form. */
export function captureOfToken(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.byteLength !== ID_BYTES + SECRET_BYTES) return null;
  return bytes.toString('hex', 0, ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function hashCaptureToken(token: string): string {
  return createHash('sha256').update(`capture ${token}`).digest('hex');
}
