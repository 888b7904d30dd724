import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';

export const reorderSchema = z.strictObject({ applicationId: z.uuid(), talentIds: z.array(z.uuid()).min(1).max(500) });

/** Sets the order of the list, by which the yearly cap cuts. Refused when the list is not of the same people any more. */
export async function reorderTalents(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof reorderSchema>,
): Promise<Result<{ revision: number }, EditingRefusal>> {
  return editing<object, EditingRefusal>(ctx, input.applicationId, async (tx, { row }) => {
    const present = (await store.liveTalents(tx.db, row.id)).map(({ id }) => id);
    const isSame = present.length === input.talentIds.length && present.every((id) => input.talentIds.includes(id));
    if (!isSame) return refuse({ code: 'somebody-was-faster' });
    await store.savePositions(tx.db, input.talentIds);
    return ok({});
  });
}
