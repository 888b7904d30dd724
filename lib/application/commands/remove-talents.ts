import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';

export const talentsSchema = z.strictObject({
  applicationId: z.uuid(),
  talentIds: z.array(z.uuid()).min(1).max(500),
});

/**
 * Takes talents off the list with their files, all of them or none; `restoreTalents` undoes it. Removing one twice is
 * refused as not found.
 */
export async function removeTalents(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof talentsSchema>,
): Promise<Result<{ revision: number }, EditingRefusal>> {
  return editing<object, EditingRefusal>(ctx, input.applicationId, async (tx, { row, config }) => {
    const removed = await store.removeTalents(tx.db, input.talentIds, row.id, tx.now);
    if (removed !== new Set(input.talentIds).size) return refuse({ code: 'not-found' });
    await saveExpectedAmount(tx, row, config);
    return ok({});
  });
}
