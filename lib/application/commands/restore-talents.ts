import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ApplicationRefusal } from '../rules/refusals';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';
import type { talentsSchema } from './remove-talents';

type Refusal = EditingRefusal | Extract<ApplicationRefusal, { code: 'talent-limit' }>;

/** Puts talents that were removed back in their places, files and all. */
export async function restoreTalents(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof talentsSchema>,
): Promise<Result<{ revision: number }, Refusal>> {
  return editing<object, Refusal>(ctx, input.applicationId, async (tx, { row, config }) => {
    const wanted = new Set(input.talentIds).size;
    const { length } = await store.liveTalents(tx.db, row.id);
    if (length + wanted > config.maxEntries) return refuse({ code: 'talent-limit', limit: config.maxEntries });
    const restored = await store.removeTalents(tx.db, input.talentIds, row.id, null);
    if (restored !== wanted) return refuse({ code: 'not-found' });
    await saveExpectedAmount(tx, row, config);
    return ok({});
  });
}
