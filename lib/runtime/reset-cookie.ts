import 'server-only';
import { cookies } from 'next/headers';
import { servesHttps } from './environment';

const MINUTES_20 = 20 * 60;

function resetCookieName(): string {
  return servesHttps() ? '__Host-portal.reset' : 'portal.reset';
}

/** Which reset this browser began, and its secret; null for none or garbage. */
export async function readResetCookie(): Promise<{ resetId: string; secret: string } | null> {
  const [resetId, secret] = ((await cookies()).get(resetCookieName())?.value ?? '').split('.');
  return resetId && secret && /^[0-9a-f-]{36}$/.test(resetId) ? { resetId, secret } : null;
}

export async function writeResetCookie(ticket: { resetId: string; secret: string }): Promise<void> {
  (await cookies()).set(resetCookieName(), `${ticket.resetId}.${ticket.secret}`, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: servesHttps(),
    maxAge: MINUTES_20,
  });
}

export async function clearResetCookie(): Promise<void> {
  (await cookies()).delete(resetCookieName());
}
