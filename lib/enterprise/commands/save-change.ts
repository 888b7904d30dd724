import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { putSealed, removeSealed } from '@/lib/db/sealed';
import { transact } from '@/lib/db/transact';
import { keptAnswer } from '@/lib/forms/rules/answers';
import { maskEmail, maskIdNumber, maskMobile } from '@/lib/kernel/mask';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { keepChangeFields, removePrintedPaper, type ChangeRow } from '../change-store';
import { CHANGE_FIELDS, SEALED_CHANGE_FIELDS, type SealedChangeField } from '../rules/change-form';
import type { ChangeRefusal } from '../rules/change-refusals';
import { editableChange } from './change-at';

const MASK: Readonly<Record<SealedChangeField, (clear: string) => string>> = {
  administratorIdNumber: maskIdNumber,
  administratorMobile: maskMobile,
  administratorEmail: maskEmail,
};

/**
 * Keeps the form as typed, right or wrong, so that nothing is lost; what is missing is said when it is handed in. An
 * empty sealed field keeps what was typed before. A letter that was uploaded falls away when what it says changed.
 */
export async function saveChange(
  ctx: Context<EnterpriseActor>,
  input: { readonly id: string; readonly answers: Readonly<Record<string, string>> },
): Promise<Result<{ id: string }, ChangeRefusal | CommonRefusal>> {
  const found = await editableChange(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  const read = readAnswers(row, input.answers, ctx.now);
  return transact(ctx, async (tx) => {
    const before = row.fields as Record<string, string>;
    const open = Object.fromEntries(Object.entries(read).filter(([id]) => !isSealed(id)));
    const isNew = Object.entries(open).some(([id, value]) => value !== (before[id] ?? ''));
    const typed = SEALED_CHANGE_FIELDS.filter((id) => (read[id] ?? '') !== '');
    if (!(await keepChangeFields(tx.db, row.id, { ...before, ...open })))
      return refuse({ code: 'somebody-was-faster' });
    for (const id of typed) {
      const clear = read[id] ?? '';
      const place = { table: 'change_request', column: id, rowId: row.id };
      await removeSealed(tx.db, place);
      await putSealed(tx, place, { clear, masked: MASK[id](clear) });
    }
    if (isNew || typed.length > 0) await removePrintedPaper(tx.db, row.id, 'authorisation-letter', ctx.now);
    return ok({ id: row.id });
  });
}

function readAnswers(row: ChangeRow, given: Readonly<Record<string, string>>, now: Date): Record<string, string> {
  const today = shanghaiDayOf(now);
  const idType = given.administratorIdType ?? (row.fields as Record<string, string>).administratorIdType;
  return Object.fromEntries(
    CHANGE_FIELDS[row.kind].flatMap((field) => {
      const text = given[field.id];
      return text === undefined ? [] : [[field.id, keptAnswer(field, text, { today, idType })]];
    }),
  );
}

function isSealed(id: string): id is SealedChangeField {
  return (SEALED_CHANGE_FIELDS as readonly string[]).includes(id);
}
