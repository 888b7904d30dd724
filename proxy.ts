import { type NextRequest, NextResponse } from 'next/server';

/**
 * Security headers and the CSP nonce, nothing else: who may see a page is decided by the page.
 * A Host that is none of ours is refused, so that no link and no origin check can be built on it.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isOurHost(request.headers.get('host'))) return new NextResponse('unknown host', { status: 400 });

  // Internet Explorer runs none of our scripts: whatever it asks for, it is told which browsers do.
  if (isOldBrowser(request)) return withSecurity(NextResponse.rewrite(new URL('/api/old-browser', request.url)), '/');

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, {
    isDevelopment: process.env.DEV_CSP === '1',
    agents: mayReachKeys(request.nextUrl.pathname) ? keyAgents(process.env.CA_AGENT_ORIGINS) : '',
  });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  // A route states its own policy, which would be overwritten here: a file in a sandbox, a PDF that our pages may frame.
  if (!request.nextUrl.pathname.startsWith('/api/')) {
    response.headers.set('Content-Security-Policy', policy);
    response.headers.set('X-Frame-Options', 'DENY');
  }
  return withSecurity(response, request.nextUrl.pathname);
}

function withSecurity(response: NextResponse, path: string): NextResponse {
  for (const [name, value] of securityHeaders(path)) response.headers.set(name, value);
  return response;
}

/** Internet Explorer, its mode in Edge, and the compatibility mode of Chinese browsers all name themselves so. */
function isOldBrowser({ headers, nextUrl }: NextRequest): boolean {
  return !nextUrl.pathname.startsWith('/api/') && /MSIE |Trident\//.test(headers.get('user-agent') ?? '');
}

// Static files carry no nonce. Neither do the browser's worker scripts among them, which is what lets a worker run
// wasm without the page being allowed to.
export const config = { matcher: ['/((?!_next/static/|wasm/).*)'] };

function isOurHost(host: string | null): boolean {
  const origins = process.env.PUBLIC_ORIGINS;
  if (!origins) return true;
  return origins.split(',').some((origin) => origin !== '' && new URL(origin).host === host);
}

/**
 * Where a page may ask the visitor's own computer for a CA key. Pages are changed without a reload and keep the policy
 * of the first one, so the whole side of the enterprises has it; staff and the phone never need a key.
 */
function mayReachKeys(path: string): boolean {
  return !/^\/(staff|m|api)(\/|$)/.test(path);
}

/** Exactly the configured addresses, as sources of the policy. */
function keyAgents(origins: string | undefined): string {
  const listed = (origins ?? '').split(',').filter((origin) => origin.trim() !== '');
  return listed.map((origin) => ` ${new URL(origin.trim()).origin}`).join('');
}

function contentSecurityPolicy(
  nonce: string,
  { isDevelopment, agents }: { isDevelopment: boolean; agents: string },
): string {
  // The development server evaluates code, injects style elements without a nonce and talks over a socket.
  const scripts = isDevelopment ? `'nonce-${nonce}' 'unsafe-eval'` : `'nonce-${nonce}' 'strict-dynamic'`;
  const styles = isDevelopment ? `'unsafe-inline'` : `'nonce-${nonce}'`;
  return [
    `default-src 'self'`,
    `script-src 'self' ${scripts}`,
    `style-src 'self' ${styles}`,
    `img-src 'self' blob: data:`,
    `media-src 'self' blob:`,
    `connect-src 'self'${agents}${isDevelopment ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function securityHeaders(path: string): [string, string][] {
  const isPhone = path === '/m' || path.startsWith('/m/');
  const isEncrypted = process.env.NEXTAUTH_URL?.startsWith('https:') ?? false;
  return [
    ['X-Content-Type-Options', 'nosniff'],
    // The phone's address carries its one-time token.
    ['Referrer-Policy', isPhone ? 'no-referrer' : 'same-origin'],
    ['Permissions-Policy', `camera=(${isPhone ? 'self' : ''}), microphone=(), geolocation=(), payment=(), usb=()`],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ...(isEncrypted ? [['Strict-Transport-Security', 'max-age=31536000'] as [string, string]] : []),
  ];
}
