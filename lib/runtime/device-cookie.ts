import 'server-only';
import { cookies } from 'next/headers';
import { servesHttps } from './environment';

const DAYS_180 = 180 * 24 * 60 * 60;

function deviceCookieName(): string {
  return servesHttps() ? '__Host-portal.device' : 'portal.device';
}

/** The mark of a browser that was signed in before; says nothing about whether it is now. */
export async function readDeviceCookie(): Promise<string | null> {
  return (await cookies()).get(deviceCookieName())?.value ?? null;
}

export async function writeDeviceCookie(mark: string): Promise<void> {
  (await cookies()).set(deviceCookieName(), mark, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: servesHttps(),
    maxAge: DAYS_180,
  });
}
