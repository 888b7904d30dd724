import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers } from '@/lib/programme/rules/config';
import { withoutPersonal } from '../rules/personal-fields';
import type { ApplicationRefusal } from '../rules/refusals';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';

export const addTalentSchema = z.strictObject({
  applicationId: z.uuid(),
  /** A talent of the same application whose contract, schooling and the like are taken over. */
  copyOf: z.uuid().optional(),
});

type Added = { readonly talentId: string };
type Refusal = EditingRefusal | Extract<ApplicationRefusal, { code: 'talent-limit' }>;

/** Adds an entry (引进人才) at the end of the list, empty or as a copy of another one without what is personal. */
export async function addTalent(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof addTalentSchema>,
): Promise<Result<Added & { revision: number }, Refusal>> {
  return editing<Added, Refusal>(ctx, input.applicationId, async (tx, { config, row }) => {
    const talents = await store.liveTalents(tx.db, row.id);
    if (talents.length >= config.maxEntries) return refuse({ code: 'talent-limit', limit: config.maxEntries });
    const pattern = talents.find(({ id }) => id === input.copyOf);
    if (input.copyOf && !pattern) return refuse({ code: 'not-found' });
    const answers = withoutPersonal((pattern?.answers ?? {}) as Answers, config);
    const category = pattern?.category ?? '';
    const talentId = await store.insertTalent(tx.db, {
      applicationId: row.id,
      position: (talents.at(-1)?.position ?? 0) + 1,
      idType: 'RESIDENT_ID',
      category,
      answers,
      amountFen: standardFenOf(config, { ...answers, category }),
      createdAt: tx.now,
    });
    await saveExpectedAmount(tx, row, config);
    return ok({ talentId });
  });
}
