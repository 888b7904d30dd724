'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { FormAction } from '../account/account-form';
import { FormRefusal } from '../account/form-refusal';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { Select } from '../ui/text-input';

export type HandOverFormProps = {
  action: FormAction;
  employeeId: string;
  /** Words for each case. */
  cases: readonly string[];
  colleagues: readonly { readonly id: string; readonly label: string }[];
};

/** The unsubmitted cases of somebody, and the colleague who goes on with them. */
export function HandOverForm({ action, employeeId, cases, colleagues }: HandOverFormProps) {
  const [state, submit] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state : null;
  return (
    <form action={submit} noValidate>
      <Stack gap={4}>
        {refused && <FormRefusal refused={refused} known={['toId']} notDone="尚未交接" />}
        <ul>
          {cases.map((label, place) => (
            <li key={`${place} ${label}`}>{label}</li>
          ))}
        </ul>
        {colleagues.length === 0 ? (
          <p>还没有可以接手的同事，请先添加经办人。</p>
        ) : (
          <>
            <input type="hidden" name="employeeId" value={employeeId} />
            <Field
              id="toId"
              label="交接给"
              hint="草稿归企业所有，超级用户都能修改；接手的经办人会同时获得这些事项的授权。"
              error={refused?.explained.fields?.toId}
            >
              <Select
                name="toId"
                defaultValue=""
                placeholder="请选择同事"
                options={colleagues.map(({ id, label }) => ({ value: id, label }))}
              />
            </Field>
            <div>
              <SubmitButton variant="secondary" pendingLabel="正在交接">
                交接草稿
              </SubmitButton>
            </div>
          </>
        )}
      </Stack>
    </form>
  );
}
