/** Which half of the site somebody signs in to; the other half's pages would refuse him anyway. */
export type Side = 'enterprise' | 'staff';

const LENGTH_MAX = 500;
const HERE = 'http://here.invalid';
/** One slash and then anything a browser cannot take for a host, a scheme or a line of its own. */
const OWN_PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u;
/** Pages that one must not be sent back to: they would sign in again, or are no pages. */
const NOT_A_GOAL = /^\/(login|staff\/login|sign-out|api|dev|_next)(\/|$)/;

/**
 * Where to go after signing in: `next` when it is a page of this site and of this side, else `fallback`. The answer
 * begins with exactly one slash, whatever was asked for.
 */
export function safeNext(next: string | undefined, side: Side, fallback: string): string {
  if (!next || next.length > LENGTH_MAX || !OWN_PATH.test(next)) return fallback;
  const read = parseHere(next);
  if (!read || read.origin !== HERE) return fallback;
  const { pathname } = read;
  const isStaffPage = pathname === '/staff' || pathname.startsWith('/staff/');
  // Dots are resolved by now, which may have left two slashes at the front.
  const path = `${pathname}${read.search}${read.hash}`;
  if (!OWN_PATH.test(path) || NOT_A_GOAL.test(pathname) || isStaffPage !== (side === 'staff')) return fallback;
  return path;
}

function parseHere(next: string): URL | null {
  try {
    return new URL(next, HERE);
  } catch {
    return null;
  }
}
