import type { Answers, FieldConfig } from '@/lib/programme/rules/config';
import { parseIdDocument } from '@/lib/kernel/id-documents';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { isIdType } from './choices';

/**
 * Gender and birth date as an ID number carries them, keyed by the ids of the fields that ask for them. `{}` when the
 * document does not carry them or the number is wrong: then they are typed. The server stores these beside the sealed
 * number whenever that is saved.
 */
export function derivedAnswers(
  fields: readonly FieldConfig[],
  idType: string,
  number: string,
  today: ShanghaiDay,
): Answers {
  if (!isIdType(idType)) return {};
  const read = parseIdDocument(idType, number, today);
  if (!read.ok) return {};
  const found: Answers = {
    ...(read.value.gender && { gender: read.value.gender }),
    ...(read.value.birthDate && { birthDate: read.value.birthDate }),
  };
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = field.derived && found[field.derived];
      return value ? [[field.id, value]] : [];
    }),
  );
}

/**
 * Whether derived fields are shown as text with their source rather than asked for. Also answered from the masked
 * number alone, since the mask of an 18-character number keeps its length.
 */
export function carriesPerson(idType: string | undefined, numberOrMasked: string | undefined): boolean {
  if (numberOrMasked?.length !== 18) return false;
  return alwaysCarriesPerson(idType) || idType === 'FOREIGN_PR';
}

/** Whether every right number of this type tells gender and birth date, so that they are never typed. */
export function alwaysCarriesPerson(idType: string | undefined): boolean {
  return idType === 'RESIDENT_ID' || idType === 'HMT_RESIDENCE';
}
