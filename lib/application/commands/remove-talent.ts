import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';

export const talentSchema = z.strictObject({ applicationId: z.uuid(), talentId: z.uuid() });

/** Takes a talent off the list with its files; `restoreTalent` undoes it. Removing twice is refused as not found. */
export async function removeTalent(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof talentSchema>,
): Promise<Result<{ revision: number }, EditingRefusal>> {
  return editing<object, EditingRefusal>(ctx, input.applicationId, async (tx, { row, config }) => {
    const removed = await store.removeTalent(tx.db, input.talentId, row.id, tx.now);
    if (!removed) return refuse({ code: 'not-found' });
    await saveExpectedAmount(tx, row, config);
    return ok({});
  });
}
