import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { keptAnswer } from '@/lib/forms/rules/answers';
import { isFromProfile } from '@/lib/forms/rules/prefill';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Answers } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { draftRow, profileOf } from '../draft-store';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { changeSchema, mergeChanges, withAnswers, type FieldConflict } from './merge-changes';
import { orderSchema, takeOrder, type Superseded } from './take-order';

export const saveAnswersSchema = z.strictObject({
  applicationId: z.uuid(),
  /** The revision that the browser last saw. */
  base: z.number().int().nonnegative(),
  changes: z.array(changeSchema).min(1).max(200),
  /** Missing where nothing can come twice: builders, imports. */
  order: orderSchema.optional(),
});

export type SavedAnswers = {
  readonly revision: number;
  /** Field id → stored form of what was taken over. */
  readonly stored: Answers;
  readonly conflicts: readonly FieldConflict[];
};

/**
 * Saves changed fields of the enterprise's form, right or wrong, in their stored form. Never asks for completeness.
 * Fields that come from the enterprise's own data cannot be changed here.
 */
export async function saveAnswers(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof saveAnswersSchema>,
): Promise<Result<SavedAnswers, EditingRefusal | Superseded>> {
  type Refusal = EditingRefusal | Superseded;
  return editing<Omit<SavedAnswers, 'revision'>, Refusal>(ctx, input.applicationId, async (tx, at) => {
    const order = await takeOrder(tx, { applicationId: input.applicationId, talentId: null }, input.order);
    if (!order.ok) return order;
    const row = await draftRow(tx.db, input.applicationId);
    if (!row) return refuse({ code: 'not-found' });
    const profile = profileOf(row.enterprise);
    const fields = fieldsOf(at.config.enterprise).filter((field) => !isFromProfile(field, profile));
    const foreign = input.changes.filter(({ fieldId }) => !fields.some(({ id }) => id === fieldId));
    if (foreign.length > 0) return refuse({ code: 'form-incomplete', fields: unknownFields(foreign) });
    const today = shanghaiDayOf(tx.now);
    const { taken, conflicts } = mergeChanges(row.answers as Answers, input.changes, {
      // Who works through without a window knows what stands there by the revision.
      isOwn: input.order ? order.value.isOwn : () => input.base === at.revision - 1,
      keep: ({ fieldId, value }) => {
        const field = fields.find(({ id }) => id === fieldId);
        return field ? keptAnswer(field, value, { today }) : value;
      },
    });
    await store.saveAnswers(tx.db, row.id, withAnswers(row.answers as Answers, taken));
    return ok({ stored: taken, conflicts: await order.value.finish(Object.keys(taken), conflicts) });
  });
}

export function unknownFields(changes: readonly { fieldId: string }[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ fieldId }) => [fieldId, '此项不能在这里修改。']));
}
