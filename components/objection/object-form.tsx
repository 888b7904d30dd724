'use client';

import { useActionState, useState } from 'react';
import { paths } from '@/lib/kernel/paths';
import { FACTS_MAX, FACTS_MIN } from '@/lib/objection/rules/objection.schema';
import type { SheetLine } from '@/lib/notice/rules/views';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { PictureCodeField } from '../sign-in/picture-code-field';
import { RadioGroup } from '../ui/choice';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { Select, TextArea } from '../ui/text-input';
import { PaperList } from './paper-list';
import { PersonFields } from './person-fields';

export type ObjectFormProps = {
  action: Act;
  notice: { readonly number: string; readonly lines: readonly SheetLine[] };
  /** The line that the reader came from; '' where none. */
  place: string;
  /** Binds what is uploaded to this form. */
  ticket: string;
  codeId: string;
};

/** 提出异议: who, about which line, what and why. Without a name it is taken as a hint, which the form says at once. */
export function ObjectForm({ action, notice, place, ticket: given, codeId }: ObjectFormProps) {
  const [state, submit] = useActionState(action, IDLE);
  // The first one stays: what was uploaded under it would be lost with another.
  const [ticket] = useState(given);
  const [manner, setManner] = useState('named');
  const refused = state.status === 'refused' ? state : null;
  const { pictureCodeId, ...fields } = refused?.explained.fields ?? {};
  const errors: Readonly<Record<string, string | undefined>> =
    pictureCodeId && !fields.pictureCode ? { ...fields, pictureCode: pictureCodeId } : fields;
  const items = Object.entries(errors).map(([id, label]) => ({ label: label ?? '', href: `#${id}` }));
  const keep = refused?.keep ?? {};
  return (
    <form action={submit} noValidate>
      <Stack gap={6}>
        {refused && items.length > 0 && <ErrorSummary items={items} stamp={refused.at} />}
        {refused && items.length === 0 && <RefusalNotice explained={refused.explained} />}
        <input type="hidden" name="number" value={notice.number} />
        <input type="hidden" name="ticket" value={ticket} />
        <Field id="place" label="对哪一项有异议" error={errors.place}>
          <Select
            name="place"
            placeholder="请选择"
            defaultValue={keep.place ?? place}
            options={placesOf(notice.lines)}
          />
        </Field>
        <Field id="facts" label="事实和理由" aside={`${FACTS_MIN} 至 ${FACTS_MAX} 字`} error={errors.facts}>
          <TextArea name="facts" rows={7} defaultValue={keep.facts} maxLength={FACTS_MAX} required />
        </Field>
        <PaperList
          uploadUrl={paths.objectionPapers(notice.number, ticket)}
          hint="能说明所反映事实的文件或照片。位置等拍摄信息会自动去除。"
        />
        <RadioGroup
          id="manner"
          name="manner"
          legend="署名"
          value={manner}
          onChange={setManner}
          options={[
            { value: 'named', label: '署真实姓名提出异议', note: '按期受理、核查并答复您。姓名不会告知申报单位。' },
            { value: 'anonymous', label: '不署名，只提供线索', note: '作为线索核查，不编号、不答复，公示照常进行。' },
          ]}
        />
        {manner === 'named' ? (
          <PersonFields keep={keep} errors={errors} />
        ) : (
          <Notice tone="amber" title="匿名反映不作为异议受理">
            我们会核查，但不能答复您，名单也不因此暂停。需要答复的，请署真实姓名。
          </Notice>
        )}
        <PictureCodeField
          purpose="objection"
          firstId={codeId}
          stamp={state.status === 'idle' ? 0 : state.at}
          error={errors.pictureCode}
        />
        <SubmitButton size="l" full pendingLabel="正在提交">
          {manner === 'named' ? '提交异议' : '提交线索'}
        </SubmitButton>
      </Stack>
    </form>
  );
}

function placesOf(lines: readonly SheetLine[]) {
  const standing = lines.filter(({ isWithdrawn }) => !isWithdrawn);
  return [
    ...standing.map(({ place, enterpriseName, shownName }) => ({
      value: String(place),
      label: `第 ${place} 项　${enterpriseName}　${shownName}`,
    })),
    { value: '0', label: '整份名单' },
  ];
}
