import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { servesHttps } from './environment';

/** As long as what is typed for a registration is kept. */
const DAYS_7 = 7 * 24 * 60 * 60;

const name = () => (servesHttps() ? '__Host-portal.ca' : 'portal.ca');

/** The mark by which a challenge and its proof belong to this browser, or null. */
export async function readCaBrowser(): Promise<string | null> {
  const value = (await cookies()).get(name())?.value;
  return value && /^[\w-]{43}$/.test(value) ? value : null;
}

/** The mark of this browser, made when it has none; only where cookies may be written. */
export async function caBrowser(): Promise<string> {
  const value = (await readCaBrowser()) ?? randomBytes(32).toString('base64url');
  (await cookies()).set(name(), value, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: servesHttps(),
    maxAge: DAYS_7,
  });
  return value;
}
