'use client';

import { useEffect, useId, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Select, TextArea } from '@/components/ui/text-input';
import { Stack } from '@/components/ui/layout';

type Props = {
  name: string;
  label: string;
  hint?: string;
  /** The programme's standard texts; choosing one writes it into the field, where it can be changed. */
  library: readonly string[];
  start?: string;
  /** Where typing begins when the dialog opens. */
  focus?: 'library' | 'text';
};

/** A reason: one of the programme's, or one's own words. */
export function ReasonField({ name, label, hint, library, start = '', focus }: Props) {
  const id = useId();
  const [text, setText] = useState(start);
  const first = focus === 'library' && library.length > 0 ? `${id}-library` : id;
  useEffect(() => {
    if (!focus) return;
    // A dialog puts the focus on its first button when it opens, which is after this.
    const timer = setTimeout(() => document.getElementById(first)?.focus());
    return () => clearTimeout(timer);
  }, [first, focus]);
  const add = (choice: string) => choice && setText((now) => (now.includes(choice) ? now : `${now}${choice}`));
  return (
    <Stack gap={3}>
      {library.length > 0 && (
        <Field id={`${id}-library`} label="常用理由" optional>
          <Select
            options={library.map((value) => ({ value, label: value }))}
            placeholder="选择后写入下面，可以再改"
            value=""
            onChange={(event) => add(event.target.value)}
          />
        </Field>
      )}
      <Field id={id} label={label} hint={hint}>
        <TextArea
          name={name}
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
          minLength={2}
          maxLength={500}
          rows={4}
        />
      </Field>
    </Stack>
  );
}
