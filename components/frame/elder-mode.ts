/** Cookie that keeps 适老化 on: `elder=1`. The root layout may read it and put `data-elder` on `<html>` at once. */
export const ELDER_COOKIE = 'elder';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export function readElderMode(cookies: string): boolean {
  return cookies.split(/;\s*/).includes(`${ELDER_COOKIE}=1`);
}

/** The line to assign to `document.cookie`. */
export function elderCookie(on: boolean): string {
  return `${ELDER_COOKIE}=${on ? 1 : 0}; Path=/; Max-Age=${on ? YEAR_SECONDS : 0}; SameSite=Lax`;
}
