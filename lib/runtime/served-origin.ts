import 'server-only';
import { environment } from './environment';

/** The origin under which this visitor opened the site: one of ours, the canonical one where the browser does not say. */
export function servedOrigin(request: Request): string {
  const { origins, NEXTAUTH_URL } = environment();
  const origin = request.headers.get('origin');
  return (origin && origins.includes(origin) ? origin : origins[0]) ?? NEXTAUTH_URL;
}
