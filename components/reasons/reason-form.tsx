'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ReasonLine } from '@/lib/review/reason-queries';
import { PURPOSE_LABELS, type ReasonPurpose } from '@/lib/review/rules/reasons';
import type { Answered } from '../review/acts';
import { FormDialog } from '../review/form-dialog';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { RadioGroup } from '../ui/choice';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { Select, TextArea, TextInput } from '../ui/text-input';

type Written = { programmeId: string; purpose: ReasonPurpose; text: string; clause: string };
type One = { reasonId: string };
export type ReasonActs = {
  readonly add: (input: Written) => Promise<Answered>;
  readonly change: (input: Written & One & { version: number }) => Promise<Answered>;
  readonly retire: (input: One) => Promise<Answered>;
  readonly restore: (input: One) => Promise<Answered>;
  readonly moveUp: (input: One) => Promise<Answered>;
};
type Programmes = readonly { readonly id: string; readonly name: string }[];

/** 新增理由. */
export function AddReason({
  acts,
  programmes,
  purpose,
}: {
  acts: ReasonActs;
  programmes: Programmes;
  purpose: ReasonPurpose;
}) {
  return (
    <ReasonDialog
      label="新增理由"
      primary
      programmes={programmes}
      start={{ purpose, programmeId: null, text: '', clause: null }}
      save={(written) => acts.add(written)}
      done="已新增，审核人员可以选用"
    />
  );
}

/** 修改: what was written with it before stays as it was. */
export function ChangeReason({
  line,
  acts,
  programmes,
}: {
  line: ReasonLine;
  acts: ReasonActs;
  programmes: Programmes;
}) {
  return (
    <ReasonDialog
      label="修改"
      programmes={programmes}
      start={line}
      save={(written) => acts.change({ ...written, reasonId: line.id, version: line.version })}
      done="已修改，以前用过的文字不变"
    />
  );
}

type DialogProps = {
  label: string;
  primary?: boolean;
  programmes: Programmes;
  start: Pick<ReasonLine, 'purpose' | 'programmeId' | 'text' | 'clause'>;
  save: (written: Written) => Promise<Answered>;
  done: string;
};

function ReasonDialog({ label, primary, programmes, start, save, done }: DialogProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const title = primary ? label : '修改理由';
  async function act(form: FormData) {
    const said = (name: string) => String(form.get(name) ?? '').trim();
    const purpose = said('purpose') === 'REFUSE' ? 'REFUSE' : 'RETURN';
    const answer = await save({
      programmeId: said('programmeId'),
      purpose,
      text: said('text'),
      clause: said('clause'),
    });
    if (answer.ok) {
      announce(done);
      router.refresh();
    }
    return answer;
  }
  return (
    <>
      <Button
        size={primary ? 'm' : 's'}
        variant={primary ? 'primary' : 'plain'}
        icon={primary ? 'plus' : undefined}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <FormDialog open={isOpen} onClose={() => setOpen(false)} title={title} confirmLabel="保存" act={act}>
        <Stack gap={3}>
          <RadioGroup
            id="reason-purpose"
            name="purpose"
            legend="用途"
            look="inline"
            defaultValue={start.purpose}
            options={Object.entries(PURPOSE_LABELS).map(([value, words]) => ({ value, label: words }))}
          />
          <Field id="reason-text" label="理由" hint="企业会看到。写明哪里不符、怎样改；选用后审核人员可以再改。">
            <TextArea name="text" required minLength={4} maxLength={300} rows={3} defaultValue={start.text} />
          </Field>
          <Field id="reason-clause" label="依据条款" optional hint="如：实施细则第五条第一项">
            <TextInput name="clause" maxLength={60} defaultValue={start.clause ?? ''} />
          </Field>
          <Field id="reason-programme" label="适用事项">
            <Select
              name="programmeId"
              placeholder="全部事项"
              defaultValue={start.programmeId ?? ''}
              options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        </Stack>
      </FormDialog>
    </>
  );
}
