'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import type { SealedAnswer } from '@/lib/forms/rules/sealed-answers';
import { formatPart, type Part } from '@/lib/application/rules/part-keys';
import type { FieldConfig } from '@/lib/programme/rules/config';
import { keyOf, storedValue, type Place } from '../draft/draft-values';
import { domIdOf, useWizard } from '../wizard/wizard-context';
import { FieldControl } from './field-control';
import { SealedControl } from './sealed-control';
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

/** One field of a form: reviewer's words, control, complaint, and the choice where two windows disagree. */
export function FormField({ field, talentId, sealed, passed, isLowered }: FormFieldProps) {
  const { session, state, draft, obstacles, target, view } = useWizard();
  const [wasLeft, setLeft] = useState(false);
  // While one is in the field nothing new is complained of; what was complained of stays until it is mended.
  const [isHere, setHere] = useState(false);
  const [wasSaid, setSaid] = useState(false);
  const place: Place = { talentId, fieldId: field.id };
  const part = formatPart(partOf(place));
  const pending = state.pending.get(keyOf(place));
  const typed = pending?.value ?? (field.sealed ? state.typed.get(keyOf(place)) : undefined);
  const found = obstacles.find((one) => one.part === part);
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
    setHere(true);
    setSaid(isDue);
  };
  return (
    <div
      className={classNames(styles.field, isLowered && styles.lowered)}
      onFocus={enter}
      onBlur={() => setHere(false)}
    >
      <ReviewersWords part={part} />
      {field.sealed ? (
        <SealedControl {...props} sealed={sealed} isTyped={typed !== undefined} />
      ) : (
        <FieldControl {...props} />
      )}
      <TwoWindows place={place} field={field} />
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
      {words.map(({ id, text }) => (
        <Notice key={id} tone="amber" icon="chat">
          审核意见：{text}
        </Notice>
      ))}
    </div>
  );
}

function TwoWindows({ place, field }: { place: Place; field: FieldConfig }) {
  const { state, session, view } = useWizard();
  const conflict = state.conflicts.find((one) => keyOf(one) === keyOf(place));
  if (!conflict) return null;
  const say = (value: string) => displayAnswer(field, value, view.config.categories) || '（空）';
  return (
    <Notice
      tone="amber"
      role="alert"
      title="另一个窗口刚刚改过此项"
      actions={
        <div className={styles.choices}>
          <Button size="s" onClick={() => session.choose(place, 'mine')}>
            用这里填的
          </Button>
          <Button size="s" variant="plain" onClick={() => session.choose(place, 'theirs')}>
            用另一窗口的
          </Button>
        </div>
      }
    >
      <p>这里填的：{say(conflict.mine)}</p>
      <p>另一窗口：{field.sealed ? conflict.theirs : say(conflict.theirs)}</p>
    </Notice>
  );
}
