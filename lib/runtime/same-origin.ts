import 'server-only';
import { headers } from 'next/headers';
import { environment } from './environment';

/**
 * A change of state needs proof that the request was sent by one of our own pages: an Origin that we serve, or,
 * where the browser sends none, Sec-Fetch-Site: same-origin. A missing or `null` Origin alone is not enough.
 */
export async function isSameOrigin(): Promise<boolean> {
  const head = await headers();
  const origin = head.get('origin');
  if (origin !== null) return environment().origins.includes(origin);
  return head.get('sec-fetch-site') === 'same-origin';
}
