import 'server-only';
import type { Context } from '@/lib/access/context';
import { putPauses } from '../store';

/**
 * A hold of a case or of a talent of it, or the freezing of an enterprise, is over: what was open meanwhile goes on by
 * the days lost. For the areas that put such holds on, in the transaction that takes them off.
 */
export async function countPause(
  tx: Context,
  of: { readonly applicationId: string } | { readonly enterpriseId: string },
  since: Date,
): Promise<void> {
  await putPauses(tx.db, of, since, tx.now);
}
