import 'server-only';
import { createHash } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { caSetup } from '../ca-setup-queries';
import type { CaProvider } from '../rules/ca-provider';

export type PackageRefusal =
  { readonly code: 'not-found' } | { readonly code: 'package-changed'; readonly provider: CaProvider };

/**
 * The driver package of a CA for whoever asks: drivers are for people who have no account yet. A file that is no longer
 * the one whose checksum stands on the page is not handed out.
 */
export async function readPackage(
  ctx: Context,
  { provider }: { provider: CaProvider },
): Promise<Result<{ bytes: Uint8Array; name: string }, PackageRefusal>> {
  const { [provider]: setup } = await caSetup(ctx);
  const bytes = setup.package?.fileKey ? await ctx.ports.files.get(setup.package.fileKey) : null;
  if (!setup.package || !bytes) return refuse({ code: 'not-found' });
  if (createHash('sha256').update(bytes).digest('hex') !== setup.package.sha256)
    return refuse({ code: 'package-changed', provider });
  return ok({ bytes, name: setup.package.name });
}
