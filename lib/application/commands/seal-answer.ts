import 'server-only';
import type { Context } from '@/lib/access/context';
import { putSealed, removeSealed } from '@/lib/db/sealed';
import { maskEmail, maskIdNumber, maskMobile } from '@/lib/kernel/mask';
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
  await putSealed(ctx, place, { clear, masked: maskOf(field, clear), normalised });
}

/** The masked form of an answer, right or wrong. */
export function maskOf(field: FieldConfig, clear: string): string {
  switch (field.type) {
    case 'idNumber':
      return maskIdNumber(clear);
    case 'email':
      return maskEmail(clear);
    default:
      return maskMobile(clear);
  }
}
