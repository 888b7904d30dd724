import 'server-only';
import { paths } from '@/lib/kernel/paths';
import { environment } from './environment';

/** What the QR on the desktop says. The one-time token stands in the fragment, which browsers do not send to anybody. */
export function captureAddress(token: string): string {
  return `${environment().captureOrigin}${paths.phone()}#${token}`;
}
