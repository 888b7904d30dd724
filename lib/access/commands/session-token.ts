import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** The opaque session id: 256 bits. The database keeps its hash, the browser's cookie the token itself. */
export function newSessionToken(): { readonly token: string; readonly tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: createHash('sha256').update(token).digest('hex') };
}
