'use client';

import { useId, useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { EntryMore, Saved } from '../contacts/entry-calls';
import type { EntryField } from '../contacts/entry-fields';
import { Button } from '../ui/button';
import { Field, ReadField } from '../ui/field';
import { Grid } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import { RefusalNotice } from './refusal-notice';
import styles from './pick-dialog.module.css';

export type EntryFormProps = {
  title: string;
  fields: readonly EntryField[];
  /** Further fields that are drawn together, after the others. */
  more?: EntryMore;
  /** Text that is not typed: the holder of an account. */
  fixed?: { label: string; value: string };
  hint: string;
  saveLabel: string;
  cancelLabel: string;
  /** What may be shown of the entry that is changed; sealed values are typed anew. */
  start?: Readonly<Record<string, string>>;
  save: (typed: Record<string, string>) => Promise<Saved>;
  done: (id: string) => void;
  cancel: () => void;
};

/** Adds or changes one entry of a list, in the list itself. */
export function EntryForm(props: EntryFormProps) {
  const { title, fields, more, fixed, hint, saveLabel, cancelLabel, start = {}, save, done, cancel } = props;
  const id = useId();
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Explained | null>(null);
  const errors = refused?.fields ?? {};

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    setPending(true);
    const names = [...fields.map(({ name }) => name), ...(more?.names ?? [])];
    const saved = await save(Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')])));
    setPending(false);
    if (saved.ok) done(saved.value.id);
    else setRefused(saved.explained);
  }

  return (
    <form onSubmit={send} noValidate className={styles.form} aria-label={title}>
      <h3>{title}</h3>
      {refused && !refused.fields && <RefusalNotice explained={refused} />}
      <Grid>
        {fixed && <ReadField {...fixed} />}
        {fields.map(({ name, label, hint: rule, optional, ...input }) => (
          <Field key={name} id={`${id}${name}`} label={label} aside={rule} error={errors[name]} optional={optional}>
            <TextInput name={name} defaultValue={start[name]} required={!optional} {...input} />
          </Field>
        ))}
      </Grid>
      {more?.draw({ id, errors, start })}
      <div className={styles.foot}>
        <p>{hint}</p>
        <Button variant="plain" onClick={cancel}>
          {cancelLabel}
        </Button>
        <SubmitButton variant="secondary" pending={pending} pendingLabel="正在保存">
          {saveLabel}
        </SubmitButton>
      </div>
    </form>
  );
}
