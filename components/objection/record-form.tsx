'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import { VIA_WORDS, VIAS } from '@/lib/objection/rules/labels';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { RadioGroup } from '../ui/choice';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { TextArea, TextInput } from '../ui/text-input';
import { PersonFields } from './person-fields';

/** 登记异议 that did not come over the net. */
export function RecordForm({ action, notice }: { action: Act; notice: string }) {
  const [state, submit] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const errors: Readonly<Record<string, string | undefined>> = refused?.explained.fields ?? {};
  const items = Object.entries(errors).map(([id, label]) => ({ label: label ?? '', href: `#${id}` }));
  const keep = refused?.keep ?? {};
  return (
    <form action={submit} noValidate>
      <Stack gap={4}>
        {refused && items.length > 0 && <ErrorSummary items={items} stamp={refused.at} />}
        {refused && items.length === 0 && <RefusalNotice explained={refused.explained} />}
        <Field id="number" label="公示编号" hint="GS 开头，在名单页上" error={errors.number}>
          <TextInput name="number" defaultValue={keep.number ?? notice} required />
        </Field>
        <Field id="place" label="名单中的序号" hint="对整份名单有异议填 0" error={errors.place}>
          <TextInput name="place" width="s" inputMode="numeric" defaultValue={keep.place} required />
        </Field>
        <RadioGroup
          key={keep.via ?? 'LETTER'}
          id="via"
          name="via"
          legend="收到的方式"
          look="inline"
          defaultValue={keep.via ?? 'LETTER'}
          error={errors.via}
          options={VIAS.filter((via) => via !== 'ONLINE').map((via) => ({ value: via, label: VIA_WORDS[via] }))}
        />
        <Field id="facts" label="事实和理由" error={errors.facts}>
          <TextArea name="facts" rows={6} defaultValue={keep.facts} required />
        </Field>
        <PersonFields keep={keep} errors={errors} />
        <SubmitButton pendingLabel="正在登记">登记</SubmitButton>
      </Stack>
    </form>
  );
}
