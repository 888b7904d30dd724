import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { ok, type Result } from '@/lib/kernel/result';
import type { Answers } from '@/lib/programme/rules/config';
import { draftForEdit } from '../queries';
import type { TalentView } from '../rules/draft';
import type { EditingRefusal } from './editing';
import { changeSchema, type FieldConflict } from './merge-changes';
import { saveAnswers } from './save-answers';
import { saveTalent } from './save-talent';

/** Changes of one form: the enterprise's (`talentId` null) or one talent's. */
export const saveBatchSchema = z.strictObject({
  talentId: z.uuid().nullable(),
  base: z.number().int().nonnegative(),
  changes: z.array(changeSchema).min(1).max(200),
});
type Input = z.infer<typeof saveBatchSchema> & { readonly applicationId: string };

export type SavedBatch = {
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly conflicts: readonly FieldConflict[];
  readonly answers: Answers;
  readonly talent: TalentView | null;
};

/** Saves what the wizard sends and answers what stands there now, in its stored form. */
export async function saveBatch(
  ctx: Context<EnterpriseActor>,
  { talentId, ...batch }: Input,
): Promise<Result<SavedBatch, EditingRefusal>> {
  const saved = talentId === null ? await saveAnswers(ctx, batch) : await saveTalent(ctx, { ...batch, talentId });
  if (!saved.ok) return saved;
  const { draft } = await draftForEdit(ctx, batch.applicationId);
  return ok({
    revision: saved.value.revision,
    savedAt: ctx.now.toISOString(),
    conflicts: saved.value.conflicts,
    answers: draft.answers,
    talent: draft.talents.find(({ id }) => id === talentId) ?? null,
  });
}
