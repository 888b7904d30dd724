import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ApplicationRefusal } from '../rules/refusals';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';
import type { talentSchema } from './remove-talent';

type Refusal = EditingRefusal | Extract<ApplicationRefusal, { code: 'talent-limit' }>;

/** Puts a talent that was removed back in its place, files and all. */
export async function restoreTalent(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof talentSchema>,
): Promise<Result<{ revision: number }, Refusal>> {
  return editing<object, Refusal>(ctx, input.applicationId, async (tx, { row, config }) => {
    const { length } = await store.liveTalents(tx.db, row.id);
    if (length >= config.maxEntries) return refuse({ code: 'talent-limit', limit: config.maxEntries });
    const restored = await store.removeTalent(tx.db, input.talentId, row.id, null);
    if (!restored) return refuse({ code: 'not-found' });
    await saveExpectedAmount(tx, row, config);
    return ok({});
  });
}
