import 'server-only';
import { authorise } from '../authorise';
import type { Context } from '../context';
import { allFactors, factorSecretOf } from '../factor-store';
import { codeAt, stepAt } from './totp';

/**
 * The code that each of the office would read off a telephone now, by user name, for the demo's /dev page and
 * end-to-end tests. After a code was used the next one is shown, since none is good twice. Always empty unless `demo`,
 * which the environment alone decides.
 */
export async function latestFactorCodes(ctx: Context, demo: boolean): Promise<Readonly<Record<string, string>>> {
  authorise(ctx.actor, 'dev.read');
  if (!demo) return {};
  const present = stepAt(ctx.now);
  const codes: Record<string, string> = {};
  for (const { id, username, factorLastStep } of await allFactors(ctx)) {
    const secret = await factorSecretOf(ctx, id);
    if (secret) codes[username] = codeAt(secret, Math.max(present, (factorLastStep ?? 0) + 1));
  }
  return codes;
}
