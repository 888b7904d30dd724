import type { FieldConfig, ProgrammeConfig, SectionConfig } from './config';

// Apart from the schema, so that pages which only read a configuration do not carry the parser to the browser.

const known = new WeakMap<readonly SectionConfig[], FieldConfig[]>();

/** The fields of a form in order, whatever section they stand in. Asked for once per talent and keystroke: remembered. */
export function fieldsOf(sections: readonly SectionConfig[]): FieldConfig[] {
  const fields = known.get(sections) ?? sections.flatMap((section) => section.fields);
  known.set(sections, fields);
  return fields;
}

/** A field of the enterprise's form or of the entry form; ids are unique over both. */
export function fieldById(
  config: Pick<ProgrammeConfig, 'enterprise' | 'entry'>,
  fieldId: string,
): FieldConfig | undefined {
  return [...fieldsOf(config.enterprise), ...fieldsOf(config.entry)].find(({ id }) => id === fieldId);
}

/**
 * What the system itself asks about an entry. Every programme has these four under these ids; name, ID type and
 * category are also columns of the entry's row, and the columns are the ones that count.
 */
export const SYSTEM_FIELDS = {
  name: 'personName',
  idType: 'idType',
  idNumber: 'idNumber',
  category: 'category',
} as const;
