import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Answers } from '@/lib/programme/rules/config';
import { versionById } from '@/lib/programme/queries';
import { loadTalent } from '../draft-store';
import type { TalentView } from '../rules/draft';
import * as store from '../store';
import type { EditingRefusal } from './editing';
import { changeSchema, type FieldConflict } from './merge-changes';
import { saveAnswers } from './save-answers';
import { saveTalent } from './save-talent';
import { orderSchema, type Superseded } from './take-order';

/** Changes of one form: the enterprise's (`talentId` null) or one talent's. */
export const saveBatchSchema = z.strictObject({
  talentId: z.uuid().nullable(),
  base: z.number().int().nonnegative(),
  changes: z.array(changeSchema).min(1).max(200),
  order: orderSchema,
  /** Whose typing this is: a window may outlive a sign-in, and the next one in this browser may be somebody else's. */
  as: z.uuid(),
});
type Input = Omit<z.infer<typeof saveBatchSchema>, 'as'> & { readonly applicationId: string };

export type SavedBatch = {
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly conflicts: readonly FieldConflict[];
  readonly answers: Answers;
  readonly talent: TalentView | null;
};

/**
 * Saves what the wizard sends and answers what stands there then, in its stored form. Read back in the same transaction:
 * what another window saves a moment later must not be taken for what this one was answered.
 */
export async function saveBatch(
  ctx: Context<EnterpriseActor>,
  { talentId, ...batch }: Input,
): Promise<Result<SavedBatch, EditingRefusal | Superseded>> {
  return transact(ctx, async (tx): Promise<Result<SavedBatch, EditingRefusal | Superseded>> => {
    const saved = talentId === null ? await saveAnswers(tx, batch) : await saveTalent(tx, { ...batch, talentId });
    if (!saved.ok) return saved;
    const row = await store.standingOf(tx.db, batch.applicationId);
    if (!row) return refuse({ code: 'not-found' });
    const { config } = await versionById(tx, row.programmeVersionId);
    return ok({
      revision: saved.value.revision,
      savedAt: ctx.now.toISOString(),
      conflicts: saved.value.conflicts,
      answers: row.answers as Answers,
      talent: talentId === null ? null : await loadTalent(tx, row, talentId, config),
    });
  });
}
