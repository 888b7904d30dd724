import 'server-only';
import type { Context } from '@/lib/access/context';
import { putSealed, removeSealed } from '@/lib/db/sealed';
import { maskAnswer } from '@/lib/forms/rules/mask-answer';
import type { FieldConfig } from '@/lib/programme/rules/config';
import { SEALED_TALENT } from '../draft-store';

/**
 * Seals one answer of a talent, or takes it away when it is empty. The blind index of an ID number is over its type
 * too, so that the same person is found again and two people with alike numbers are not.
 */
export async function sealAnswer(
  ctx: Pick<Context, 'db' | 'vault'>,
  talent: { readonly id: string; readonly idType: string },
  field: FieldConfig,
  clear: string,
): Promise<void> {
  const place = { table: SEALED_TALENT, column: field.id, rowId: talent.id };
  if (clear === '') return removeSealed(ctx.db, place);
  const normalised = field.type === 'idNumber' ? `${talent.idType}:${clear}` : clear;
  await putSealed(ctx, place, { clear, masked: maskAnswer(field, clear), normalised });
}
