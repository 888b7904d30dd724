'use client';

import { Icon } from '@/components/ui/icon';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { formatPart } from '@/lib/application/rules/part-keys';
import { formatDay } from '@/lib/kernel/shanghai-day';
import type { FieldConfig } from '@/lib/programme/rules/config';
import { domIdOf, useWizard } from '../wizard/wizard-context';
import { ReviewersWords } from './form-field';
import styles from './fields.module.css';

/** What is known from the enterprise's registration: read, with where and when it came from; not a dead input. */
export function ProfileFacts({ fields }: { fields: readonly FieldConfig[] }) {
  const { view, draft } = useWizard();
  if (fields.length === 0) return null;
  return (
    <div className={styles.profile}>
      <dl className={styles.known}>
        {fields.map((field) => {
          const part = formatPart({ kind: 'field', fieldId: field.id });
          return (
            <div key={field.id} id={domIdOf(part)} tabIndex={-1}>
              <dt>{field.label}</dt>
              <dd>
                {displayAnswer(field, draft.answers[field.id], view.config.categories)}
                <ReviewersWords part={part} />
              </dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.from}>
        <Icon name="link" size="s" />
        来源：{view.profileSource.name}，{formatDay(view.profileSource.on)}
      </p>
    </div>
  );
}
