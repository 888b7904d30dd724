import 'server-only';
import { notFound } from 'next/navigation';
import { environment } from './environment';

/** Development pages answer as if they did not exist unless this is the demo. */
export function demoOnly(): void {
  if (!environment().demo) notFound();
}
