'use client';

import { useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { RegionPicture } from '@/components/files/region-picture';
import { Notice } from '@/components/ui/notice';
import type { SealedAnswer } from '@/lib/forms/rules/sealed-answers';
import { formatPart, type Part } from '@/lib/application/rules/part-keys';
import type { FieldConfig } from '@/lib/programme/rules/config';
import { storedValue, type Place } from '../draft/draft-values';
import { domIdOf, useTypedValue, useWizard } from '../wizard/wizard-context';
import { FieldControl } from './field-control';
import { SealedControl } from './sealed-control';
import { TwoValues } from './two-values';
import styles from './fields.module.css';

export type FormFieldProps = {
  readonly field: FieldConfig;
  /** Null: a field of the enterprise's form. */
  readonly talentId: string | null;
  readonly sealed: SealedAnswer | null;
  /** A good answer of a check, in words. */
  readonly passed?: string | undefined;
  /** The field beside it has a hint and this one has not: kept level with it. */
  readonly isLowered?: boolean;
};

export function partOf({ talentId, fieldId }: Place): Part {
  return talentId === null ? { kind: 'field', fieldId } : { kind: 'talent-field', talentId, fieldId };
}

/** One field of a form: reviewer's words, control, complaint, and the choice where two people or windows disagree. */
export function FormField({ field, talentId, sealed, passed, isLowered }: FormFieldProps) {
  const { session, state, draft, complaints, target, view } = useWizard();
  const [wasLeft, setLeft] = useState(false);
  // While one is in the field nothing new is complained of; what was complained of stays until it is mended.
  const [isHere, setHere] = useState(false);
  const [wasSaid, setSaid] = useState(false);
  const place: Place = { talentId, fieldId: field.id };
  const part = formatPart(partOf(place));
  const typed = useTypedValue(place, field.sealed === true);
  const found = complaints.get(part);
  // What is missing is said only after the field was left, or when a link led to it.
  const isDue = found !== undefined && (found.kind !== 'missing' || wasLeft || target?.part === part);
  const isShown = isDue && (!isHere || wasSaid);
  const props = {
    field,
    id: domIdOf(part),
    value: typed ?? storedValue(field.sealed ? state.draft : draft, place),
    categories: view.config.categories,
    amount: view.config.amount,
    error: isShown ? found.text : undefined,
    passed: found ? undefined : passed,
    onChange: (value: string) => session.change(place, value),
    onLeave: () => {
      setLeft(true);
      void session.flush();
    },
  };
  const enter = () => {
    session.enter(place);
    setHere(true);
    setSaid(isDue);
  };
  return (
    <div
      className={classNames(styles.field, isLowered && styles.lowered)}
      onFocus={enter}
      onBlur={() => {
        session.quit(place);
        setHere(false);
      }}
    >
      <ReviewersWords part={part} />
      {field.sealed ? (
        <SealedControl {...props} sealed={sealed} isTyped={typed !== undefined} />
      ) : (
        <FieldControl {...props} />
      )}
      <TwoValues place={place} field={field} />
    </div>
  );
}

/** The comment of the last return that is pinned to this part. */
export function ReviewersWords({ part }: { part: string }) {
  const { view, draft } = useWizard();
  const words = draft.status === 'RETURNED' ? view.comments.filter((comment) => comment.part === part) : [];
  if (words.length === 0) return null;
  return (
    <div className={styles.words}>
      {words.map(({ id, text, label, region }) => (
        <Notice key={id} tone="amber" icon="chat">
          审核意见：{text}
          {region && <RegionPicture region={region} label={label} />}
        </Notice>
      ))}
    </div>
  );
}
