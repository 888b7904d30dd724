import type { Result } from './result';
import { ok, refuse } from './result';

const LONGEST = 254; // RFC 5321, 4.5.3.1.3 less the angle brackets
const LONGEST_LOCAL = 64; // RFC 5321, 4.5.3.1.1
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Reads an e-mail address (ASCII, dot-atom form of RFC 5321). Full width and outer spaces are forgiven; the domain
 * becomes lower case, the part before @ stays as typed. That mail arrives is shown only by sending it.
 */
export function parseEmail(text: string): Result<string, 'format'> {
  const address = text.normalize('NFKC').trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = address.slice(at + 1).toLowerCase();
  const isAddress =
    address.length <= LONGEST && local.length <= LONGEST_LOCAL && LOCAL.test(local) && DOMAIN.test(domain);
  return isAddress ? ok(`${local}@${domain}`) : refuse('format');
}
