import { createHash } from 'node:crypto';

/** SHA-256 of a certificate in capitals, as CAs publish it. */
export function fingerprintOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex').toUpperCase();
}
