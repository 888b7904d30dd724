'use client';

import { useState } from 'react';
import { FieldControl } from '@/components/application/fields/field-control';
import { SealedControl } from '@/components/application/fields/sealed-control';
import type { Missing } from '@/lib/enterprise/rules/registration-missing';
import { formatDay, parseShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { FieldConfig } from '@/lib/programme/rules/config';
import type { Saver, Typed } from './saver';
import styles from './registration.module.css';

export type RegistrationFieldProps = {
  readonly field: FieldConfig;
  readonly typed: Typed;
  readonly saver: Saver;
  readonly complaint: Missing | undefined;
  /** A link led here, so that what is missing is said at once. */
  readonly isAsked: boolean;
  /** What the register gave, and on which day; undefined where it knew nothing or somebody typed over it. */
  readonly register: { readonly value: string; readonly day: string } | undefined;
};

/** One field: its rule before, what is wrong after it was left, where its value came from. */
export function RegistrationField({ field, typed, saver, complaint, isAsked, register }: RegistrationFieldProps) {
  const [wasLeft, setLeft] = useState(false);
  const [isHere, setHere] = useState(false);
  const pending = typed.pending[field.id];
  const isDue = complaint && (complaint.kind === 'wrong' || wasLeft || isAsked) && !isHere;
  const props = {
    field,
    id: field.id,
    value: pending ?? typed.answers[field.id] ?? '',
    categories: [],
    error: isDue ? complaint.text : undefined,
    onChange: (value: string) => saver.change(field.id, value),
    onLeave: () => {
      setLeft(true);
      void saver.flush();
    },
  };
  return (
    <div onFocus={() => setHere(true)} onBlur={() => setHere(false)}>
      {field.sealed ? (
        <SealedControl {...props} sealed={typed.sealed[field.id] ?? null} isTyped={pending !== undefined} />
      ) : (
        <FieldControl {...props} />
      )}
      {register && props.value === register.value && <Source day={register.day} />}
    </div>
  );
}

function Source({ day }: { day: string }) {
  const read = parseShanghaiDay(day);
  return <p className={styles.source}>来自法人库{read.ok ? `，${formatDay(read.value)}` : ''}，与执照不符请改正</p>;
}
