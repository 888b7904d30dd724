'use client';

import { Icon } from '@/components/ui/icon';
import { formatPart } from '@/lib/application/rules/part-keys';
import type { TalentView } from '@/lib/application/rules/draft';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { ID_TYPE_LABELS } from '@/lib/forms/rules/id-complaints';
import { isIdType } from '@/lib/forms/rules/choices';
import type { FieldConfig } from '@/lib/programme/rules/config';
import { ReviewersWords } from '../fields/form-field';
import { domIdOf } from '../wizard/wizard-context';
import styles from '../fields/fields.module.css';

/** What the ID number itself tells, with its source; nothing until the number is right. */
export function DerivedFacts({ talent, fields }: { talent: TalentView; fields: readonly FieldConfig[] }) {
  const known = fields.filter(({ id }) => talent.answers[id]);
  if (known.length === 0 || !isIdType(talent.idType)) return null;
  return (
    <div className={styles.source}>
      <dl className={styles.facts}>
        {known.map((field) => {
          const part = formatPart({ kind: 'talent-field', talentId: talent.id, fieldId: field.id });
          return (
            <div key={field.id} id={domIdOf(part)} tabIndex={-1}>
              <dt>{field.label}</dt>
              <dd>
                {displayAnswer(field, talent.answers[field.id])}
                <ReviewersWords part={part} />
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.from}>
        <Icon name="link" size="s" />
        来源：{ID_TYPE_LABELS[talent.idType]}号码
      </p>
    </div>
  );
}
