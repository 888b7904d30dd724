import 'server-only';
import { z } from 'zod';
import type { Context } from '@/lib/access/context';
import { putSealed, removeSealed } from '@/lib/db/sealed';
import { transact } from '@/lib/db/transact';
import { keptAnswer } from '@/lib/forms/rules/answers';
import { maskAnswer } from '@/lib/forms/rules/mask-answer';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Answers, FieldConfig } from '@/lib/programme/rules/config';
import { registrationField, sectionOf } from '../rules/registration-form';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { viewOf, type RegistrationView } from '../registration-queries';
import * as store from '../registration-store';
import { heldRegistration } from './held-registration';

export const saveRegistrationSchema = z.strictObject({
  changes: z
    .array(z.strictObject({ fieldId: z.string().max(40), value: z.string().max(2000) }))
    .min(1)
    .max(60),
});

/**
 * Saves changed fields, right or wrong, so that nothing typed is lost. Answers what stands now: sealed fields masked.
 * Fields that nobody asks for are passed over: an older page must not lose the rest.
 */
export async function saveRegistration(
  ctx: Context,
  input: z.infer<typeof saveRegistrationSchema> & { readonly browser: string },
): Promise<Result<Pick<RegistrationView, 'answers' | 'sealed'> & { readonly at: Date }, RegistrationRefusal>> {
  const held = await heldRegistration(ctx, input.browser);
  if (!held.ok) return held;
  return transact(ctx, async (tx) => {
    const row = await store.lockRegistration(tx.db, held.value.id);
    if (row.status !== 'PROVEN') return refuse({ code: 'registration-closed' });
    const before = row.answers as Answers;
    const answers: Record<string, string> = { ...before };
    // The type first: a number is read by it.
    const changes = [...input.changes].sort((a, b) => rank(a.fieldId) - rank(b.fieldId));
    for (const { fieldId, value } of changes) {
      const field = registrationField(fieldId);
      if (field) await keep(tx, row.id, { field, value, answers });
    }
    // What somebody typed over is his word, no longer the register's.
    const fromRegister = Object.entries(row.fromRegister as Answers).filter(([id]) => answers[id] === before[id]);
    await store.writeAnswers(tx.db, row.id, { answers, fromRegister: Object.fromEntries(fromRegister), at: tx.now });
    const { answers: standing, sealed } = await viewOf(tx, { ...row, answers });
    return ok({ answers: standing, sealed, at: tx.now });
  });
}

const rank = (fieldId: string) => (registrationField(fieldId)?.type === 'idType' ? 0 : 1);

async function keep(
  tx: Context,
  registrationId: string,
  { field, value, answers }: { field: FieldConfig; value: string; answers: Record<string, string> },
): Promise<void> {
  const idType = answers[sectionOf(field.id)?.fields.find(({ type }) => type === 'idType')?.id ?? ''];
  const kept = keptAnswer(field, value, { today: shanghaiDayOf(tx.now), idType });
  if (!field.sealed) {
    answers[field.id] = kept;
    return;
  }
  const place = { table: store.SEALED_REGISTRATION, column: field.id, rowId: registrationId };
  if (kept === '') await removeSealed(tx.db, place);
  else await putSealed(tx, place, { clear: kept, masked: maskAnswer(field, kept) });
}
