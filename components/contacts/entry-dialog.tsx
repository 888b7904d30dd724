'use client';

import { useId, useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { Button, type ButtonLook } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import { ErrorSummary } from '../ui/error-summary';
import { Field, ReadField } from '../ui/field';
import { Grid, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import type { EntryMore, Saved } from './entry-calls';
import type { EntryField } from './entry-fields';

export type EntryDialogProps = {
  /** Words on the button: 新增联系人, 修改. */
  label: string;
  look?: ButtonLook;
  spoken?: string;
  title: string;
  hint: string;
  fields: readonly EntryField[];
  /** Further fields that are drawn together, after the others. */
  more?: EntryMore;
  /** Text that is not typed: the holder of an account. */
  fixed?: { label: string; value: string };
  /** What may be shown of the entry that is changed; sealed values are typed anew. */
  start?: Readonly<Record<string, string>>;
  saveLabel: string;
  save: (typed: Record<string, string>) => Promise<Saved>;
  done: (id: string) => void;
};

/** Adds or changes one entry in a dialog; what was typed stays until it is saved or left. */
export function EntryDialog({ label, look, spoken, ...form }: EntryDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...look} aria-label={spoken} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {open && <OpenDialog {...form} close={() => setOpen(false)} />}
    </>
  );
}

type OpenProps = Omit<EntryDialogProps, 'label' | 'look' | 'spoken'> & { close: () => void };

function OpenDialog({ title, hint, fields, more, fixed, start = {}, saveLabel, save, done, close }: OpenProps) {
  const id = useId();
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<{ explained: Explained; at: number } | null>(null);
  const errors = refused?.explained.fields ?? {};

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    setPending(true);
    const names = [...fields.map(({ name }) => name), ...(more?.names ?? [])];
    const saved = await save(Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')])));
    setPending(false);
    if (!saved.ok) return setRefused((before) => ({ explained: saved.explained, at: (before?.at ?? 0) + 1 }));
    close();
    done(saved.value.id);
  }

  return (
    <Dialog open onClose={close} title={title}>
      <form onSubmit={send} noValidate>
        <Stack gap={4}>
          {refused && <Refusal {...refused} idOf={(name) => `${id}${name}`} />}
          <p>{hint}</p>
          {fixed && <ReadField {...fixed} />}
          <Grid>
            {fields.map(({ name, label, hint: rule, optional, inputMode }) => (
              <Field key={name} id={`${id}${name}`} label={label} aside={rule} error={errors[name]} optional={optional}>
                <TextInput name={name} defaultValue={start[name]} required={!optional} inputMode={inputMode} />
              </Field>
            ))}
          </Grid>
          {more?.draw({ id, errors, start })}
          <Grid>
            <DialogClose full>返回</DialogClose>
            <SubmitButton full pending={pending} pendingLabel="正在保存">
              {saveLabel}
            </SubmitButton>
          </Grid>
        </Stack>
      </form>
    </Dialog>
  );
}

function Refusal({ explained, at, idOf }: { explained: Explained; at: number; idOf: (name: string) => string }) {
  const { fields, title, why, next } = explained;
  if (fields) {
    const items = Object.entries(fields).map(([name, label]) => ({ label, href: `#${idOf(name)}` }));
    return <ErrorSummary title={`尚未保存，有 ${items.length} 处需要更正`} items={items} stamp={at} />;
  }
  return (
    <Notice tone="amber" role="alert" title={title}>
      <p>{why}</p>
      {next.map(({ label }) => (
        <p key={label}>{label}</p>
      ))}
    </Notice>
  );
}
