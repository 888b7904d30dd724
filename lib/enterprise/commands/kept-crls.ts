import 'server-only';
import type { Context } from '@/lib/access/context';
import { crlBytes, keptCrlHashes } from '../ca-store';
import type { CaProvider } from '../rules/ca-provider';
import { fetchMissingCrls } from './refresh-crls';

/** Lists are large and asked for at every proof: those read lately stay in memory, known by their hash. */
const READ = new Map<string, Uint8Array>();
const MOST = 8;

/** The verified lists of a provider, fetched now where there is no good one. The same list is the same object each time, so that it is parsed once. */
export async function keptCrls(ctx: Context, provider: CaProvider): Promise<Uint8Array[]> {
  await fetchMissingCrls(ctx, provider);
  const lists = [];
  for (const sha256 of await keptCrlHashes(ctx.db, provider)) {
    const bytes = READ.get(sha256) ?? (await crlBytes(ctx.db, sha256));
    if (!bytes) continue;
    // Set anew, it becomes the youngest.
    READ.delete(sha256);
    READ.set(sha256, bytes);
    lists.push(bytes);
  }
  for (const oldest of [...READ.keys()].slice(0, -MOST)) READ.delete(oldest);
  return lists;
}
