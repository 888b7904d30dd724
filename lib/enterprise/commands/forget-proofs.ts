import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { removeStaleProofs } from '../ca-store';

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Challenges and proofs that nobody used are of no use after a week; those that were used stay with what they proved. */
export async function forgetProofs(ctx: Context): Promise<number> {
  authorise(ctx.actor, 'jobs.run');
  return removeStaleProofs(ctx.db, new Date(ctx.now.getTime() - KEPT_MS));
}
