import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { keptAnswer } from '@/lib/forms/rules/answers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { sealedOf, type SealedRow } from '../draft-store';
import { talentAnswers } from '../rules/draft';
import { talentAfter } from '../rules/talent-after';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';
import { changeSchema, mergeChanges, type FieldChange, type FieldConflict } from './merge-changes';
import { unknownFields } from './save-answers';
import { sealAnswers } from './seal-answer';
import { orderSchema, takeOrder, type Superseded } from './take-order';

export const saveTalentSchema = z.strictObject({
  applicationId: z.uuid(),
  talentId: z.uuid(),
  base: z.number().int().nonnegative(),
  changes: z.array(changeSchema).min(1).max(200),
  order: orderSchema.optional(),
});

export type SavedTalent = { readonly revision: number; readonly conflicts: readonly FieldConflict[] };

type Talent = NonNullable<Awaited<ReturnType<typeof store.talentOf>>>;
type SealedOfOne = Readonly<Record<string, SealedRow>>;

/**
 * Saves changed fields of one talent, right or wrong. Of a sealed field the browser names the mask that it had seen.
 * Gender and birth date that the ID number carries are stored beside it; the standard follows the answers.
 */
export async function saveTalent(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof saveTalentSchema>,
): Promise<Result<SavedTalent, EditingRefusal | Superseded>> {
  type Refusal = EditingRefusal | Superseded;
  return editing<Omit<SavedTalent, 'revision'>, Refusal>(ctx, input.applicationId, async (tx, at) => {
    const order = await takeOrder(tx, input, input.order);
    if (!order.ok) return order;
    const talent = await store.talentOf(tx.db, input.talentId, input.applicationId);
    if (!talent) return refuse({ code: 'not-found' });
    const fields = fieldsOf(at.config.entry);
    const foreign = input.changes.filter(({ fieldId }) => !fields.some(({ id }) => id === fieldId));
    if (foreign.length > 0) return refuse({ code: 'form-incomplete', fields: unknownFields(foreign) });
    const sealed = (await sealedOf(tx, [talent.id])).get(talent.id) ?? {};
    const { taken, conflicts } = mergeChanges(standing(talent, sealed), input.changes, {
      // Who works through without a window knows what stands there by the revision.
      isOwn: input.order ? order.value.isOwn : () => input.base === at.revision - 1,
      clear: clearOf(sealed),
      keep: keeper(talent, input.changes, at.config, shanghaiDayOf(tx.now)),
    });
    await write(tx, { talent, sealed, taken, config: at.config });
    await saveExpectedAmount(tx, at.row, at.config);
    return ok({ conflicts: await order.value.finish(Object.keys(taken), conflicts) });
  });
}

/** All answers as the browser knows them: of sealed ones the mask. */
function standing(talent: Talent, sealed: SealedOfOne): Answers {
  const masks = Object.fromEntries(Object.entries(sealed).map(([fieldId, { masked }]) => [fieldId, masked]));
  return { ...talentAnswers({ ...talent, answers: talent.answers as Answers }), ...masks };
}

function keeper(talent: Talent, changes: readonly FieldChange[], config: ProgrammeConfig, today: ShanghaiDay) {
  const fields = fieldsOf(config.entry);
  const idType = changes.find(({ fieldId }) => fieldId === 'idType')?.value ?? talent.idType;
  return ({ fieldId, value }: FieldChange) => {
    const field = fields.find(({ id }) => id === fieldId);
    return field ? keptAnswer(field, value, { today, idType, categories: config.categories }) : value;
  };
}

async function write(
  tx: Context,
  given: { talent: Talent; sealed: SealedOfOne; taken: Answers; config: ProgrammeConfig },
): Promise<void> {
  const { talent, sealed, taken, config } = given;
  const { name, idType, category } = talent;
  const before = { name, idType, category, answers: talent.answers as Answers, clear: clearOf(sealed) };
  // A mask that comes back is what had been shown, not a new value.
  const typed = Object.entries(taken).filter(([fieldId, value]) => value !== sealed[fieldId]?.masked);
  const { clear, reseal, ...after } = talentAfter(before, Object.fromEntries(typed), config, shanghaiDayOf(tx.now));
  const fields = fieldsOf(config.entry).filter(({ id }) => reseal.includes(id));
  await sealAnswers(tx, [{ id: talent.id, idType: after.idType, fields, clear }]);
  await store.saveTalent(tx.db, talent.id, after);
}

function clearOf(sealed: SealedOfOne): Answers {
  return Object.fromEntries(Object.entries(sealed).map(([fieldId, one]) => [fieldId, one.clear]));
}
