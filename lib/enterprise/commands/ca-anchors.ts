import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Anchor } from '@/lib/ports/ca-verifier';
import { settingValue } from '../ca-store';
import { CA_ROOTS_SETTING, type CaProvider } from '../rules/ca-provider';
import { rootsSchema } from '../rules/ca-roots';

/** The certificates that the operator pinned for a provider; none where the setting does not hold. */
export async function anchorsOf(ctx: Context, provider: CaProvider): Promise<Anchor[]> {
  const read = rootsSchema.safeParse(await settingValue(ctx.db, CA_ROOTS_SETTING));
  if (!read.success) return [];
  return read.data
    .filter((root) => root.provider === provider)
    .map(({ der, label, role }) => ({ der: Buffer.from(der, 'base64'), label, role }));
}
