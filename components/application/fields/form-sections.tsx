'use client';

import type { ReactNode } from 'react';
import { fieldsThatApply } from '@/lib/forms/rules/applying';
import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import type { Answers, FieldConfig, SectionConfig } from '@/lib/programme/rules/config';
import { FormField } from './form-field';
import styles from './fields.module.css';

export type FormRowsProps = {
  readonly section: SectionConfig;
  readonly talentId: string | null;
  readonly answers: Answers;
  readonly outer?: Answers;
  readonly sealed?: SealedAnswers;
  /** Fields that are not asked for here: shown as text elsewhere. */
  readonly except?: (field: FieldConfig) => boolean;
  readonly passed?: (field: FieldConfig) => string | undefined;
  /** Stands under the row of this field. */
  readonly under?: (field: FieldConfig) => ReactNode;
};

/** The fields of one section that apply; related short ones share a row, never more than two. */
export function FormRows({ section, talentId, answers, outer, sealed = {}, except, passed, under }: FormRowsProps) {
  const fields = fieldsThatApply(section.fields, answers, { outer, sealed }).filter((field) => !except?.(field));
  return (
    <div className={styles.rows}>
      {rowsOf(fields).map((row) => (
        <div key={row[0]?.id} className={styles.row}>
          <div className={row.length > 1 ? styles.pair : undefined}>
            {row.map((field) => (
              <FormField
                key={field.id}
                field={field}
                talentId={talentId}
                sealed={sealed[field.id] ?? null}
                passed={passed?.(field)}
                isLowered={!field.hint && row.some(({ hint }) => hint !== undefined)}
              />
            ))}
          </div>
          {row.map((field) => under?.(field))}
        </div>
      ))}
    </div>
  );
}

/** A field `beside` the one before it shares its row. */
function rowsOf(fields: readonly FieldConfig[]): FieldConfig[][] {
  const rows: FieldConfig[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.beside && last?.length === 1) last.push(field);
    else rows.push([field]);
  }
  return rows;
}
