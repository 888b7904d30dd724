import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { browserKey } from '../registration-queries';
import { registrationOfBrowser, type RegistrationRow } from '../registration-store';

/** The registration of this browser that still goes on, or why there is none. */
export async function heldRegistration(
  ctx: Context,
  browser: string,
): Promise<Result<RegistrationRow, { code: 'no-registration' }>> {
  const browserHash = browserKey(ctx.vault, browser);
  const row = await registrationOfBrowser(ctx.db, browserHash);
  if (!row || row.status === 'EXPIRED' || (row.status !== 'DONE' && row.typedUntil < ctx.now))
    return refuse({ code: 'no-registration' });
  authorise(ctx.actor, 'registration.hold', { isHolder: row.browserHash === browserHash });
  return ok(row);
}
