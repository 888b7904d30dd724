import type { Answers, FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';

const PERSONAL_TYPES: readonly FieldConfig['type'][] = ['personName', 'idType', 'idNumber', 'mobile', 'email'];

/**
 * The fields that belong to one person and to nobody else: the section in which the ID number stands, and whatever is
 * sealed, derived from the number, or a name or way to reach somebody. Never taken over into a copy.
 */
export function personalFields({ entry }: Pick<ProgrammeConfig, 'entry'>): ReadonlySet<string> {
  const own = entry.flatMap(({ fields }) => {
    const isIdentity = fields.some(({ type }) => type === 'idNumber');
    return fields.filter(
      ({ type, sealed, derived }) => isIdentity || sealed || derived !== undefined || PERSONAL_TYPES.includes(type),
    );
  });
  return new Set(own.map(({ id }) => id));
}

export function withoutPersonal(answers: Answers, config: Pick<ProgrammeConfig, 'entry'>): Answers {
  const personal = personalFields(config);
  return Object.fromEntries(Object.entries(answers).filter(([fieldId]) => !personal.has(fieldId)));
}
