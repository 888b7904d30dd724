'use client';

import { useState } from 'react';
import type { CaWindow } from '@/lib/enterprise/rules/ca-window';
import { Field } from '../ui/field';
import { Grid, Stack } from '../ui/layout';
import { TextInput } from '../ui/text-input';
import { SaveWithReason } from './save-with-reason';
import { splitTexts, type Saved } from './saving';

type Props = {
  window: CaWindow;
  save: (given: { window: CaWindow; reason: string }) => Promise<Saved>;
};

const NAMES: Readonly<Record<string, string>> = {
  place: '地点',
  hours: '时间',
  telephones: '咨询电话',
  bring: '需携带',
};

/** Where an enterprise is sent with a key that does not work. */
export function WindowForm({ window, save }: Props) {
  const [place, setPlace] = useState(window.place);
  const [hours, setHours] = useState(window.hours);
  const [telephones, setTelephones] = useState(window.telephones.join(' '));
  const [bring, setBring] = useState(window.bring.join('；'));
  const edited: CaWindow = {
    place: place.trim(),
    hours: hours.trim(),
    telephones: splitTexts(telephones),
    bring: bring
      .split(/[；;]/)
      .map((one) => one.trim())
      .filter(Boolean),
  };
  const undo = () => {
    setPlace(window.place);
    setHours(window.hours);
    setTelephones(window.telephones.join(' '));
    setBring(window.bring.join('；'));
  };
  return (
    <Stack gap={4}>
      <Grid>
        <Field id="window-place" label="地点">
          <TextInput value={place} maxLength={60} onChange={(event) => setPlace(event.target.value)} />
        </Field>
        <Field id="window-hours" label="时间">
          <TextInput value={hours} maxLength={60} onChange={(event) => setHours(event.target.value)} />
        </Field>
        <Field id="window-telephones" label="咨询电话" hint="多个用空格分开">
          <TextInput value={telephones} onChange={(event) => setTelephones(event.target.value)} />
        </Field>
        <Field id="window-bring" label="需携带" hint="多项用分号分开">
          <TextInput value={bring} onChange={(event) => setBring(event.target.value)} />
        </Field>
      </Grid>
      <SaveWithReason
        isChanged={JSON.stringify(edited) !== JSON.stringify(window)}
        nameOf={(field) => NAMES[field.split('.')[1] ?? ''] ?? '窗口'}
        save={(reason) => save({ window: edited, reason })}
        undo={undo}
      />
    </Stack>
  );
}
