import 'server-only';
import type { Context } from '@/lib/access/context';
import { expiredUploads } from '../parts-store';
import { dropParts } from './drop-parts';

const AT_ONCE = 50;

/** Forgets uploads that were not gone on with in time, and what is left of finished ones. Answers how many. */
export async function expireParts(ctx: Context): Promise<number> {
  const expired = await expiredUploads(ctx.db, ctx.now, AT_ONCE);
  for (const upload of expired) await dropParts(ctx, upload, 'broken');
  return expired.length;
}
