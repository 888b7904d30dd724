import 'server-only';
import type { Context } from '@/lib/access/context';
import { putSealedMany, removeSealedMany, type SealedEntry } from '@/lib/db/sealed';
import { maskAnswer } from '@/lib/forms/rules/mask-answer';
import type { Answers, FieldConfig } from '@/lib/programme/rules/config';
import { SEALED_TALENT } from '../draft-store';

/** The sealed fields of one talent that are to be written, and the clear values that stand now. */
export type ToSeal = {
  readonly id: string;
  readonly idType: string;
  readonly fields: readonly FieldConfig[];
  readonly clear: Answers;
};

/**
 * Seals answers of talents, and takes away those that are empty. The blind index of an ID number is over its type too, so
 * that the same person is found again and two people with alike numbers are not.
 */
export async function sealAnswers(ctx: Pick<Context, 'db' | 'vault'>, talents: readonly ToSeal[]): Promise<void> {
  const all = talents.flatMap(({ id, idType, fields, clear }) =>
    fields.map((field) => ({ field, idType, rowId: id, clear: clear[field.id] ?? '' })),
  );
  const entries = all.map(({ field, idType, rowId, clear }): SealedEntry => {
    const normalised = field.type === 'idNumber' ? `${idType}:${clear}` : clear;
    return { table: SEALED_TALENT, column: field.id, rowId, clear, masked: maskAnswer(field, clear), normalised };
  });
  await putSealedMany(
    ctx,
    entries.filter(({ clear }) => clear !== ''),
  );
  await removeSealedMany(
    ctx.db,
    entries.filter(({ clear }) => clear === ''),
  );
}
