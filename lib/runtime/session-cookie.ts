import 'server-only';
import { createHash } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { environment, servesHttps } from './environment';

const HOURS_12 = 12 * 60 * 60;

/** `__Host-` where the site is served over https; on a configured http origin the same cookie without prefix. */
export function sessionCookieName(): string {
  return servesHttps() ? '__Host-portal.session' : 'portal.session';
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Puts the opaque session id into next-auth's encrypted cookie. */
export async function writeSessionCookie(token: string): Promise<void> {
  const value = await encode({ token: { sid: token }, secret: environment().APP_SECRETS.session, maxAge: HOURS_12 });
  (await cookies()).set(sessionCookieName(), value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: servesHttps(),
    maxAge: HOURS_12,
  });
}

/** The opaque session id, or null for no cookie, a foreign one or garbage. */
export async function readSessionCookie(): Promise<string | null> {
  const value = (await cookies()).get(sessionCookieName())?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: environment().APP_SECRETS.session });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}
