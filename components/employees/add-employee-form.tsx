'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { FormAction } from '../account/account-form';
import { FormRefusal } from '../account/form-refusal';
import { Field } from '../ui/field';
import { Grid, Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import { ProgrammeChoices, type ProgrammeChoice } from './programme-choices';

const FIELDS = ['displayName', 'mobile', 'username'];

/** A new handler: who, where the initial password goes, and what he may do. */
export function AddEmployeeForm({
  action,
  programmes,
}: {
  action: FormAction;
  programmes: readonly ProgrammeChoice[];
}) {
  const [state, submit] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const errors = refused?.explained.fields ?? {};
  const keep = refused?.keep ?? {};
  return (
    <form action={submit} noValidate>
      <Stack gap={6}>
        {refused && <FormRefusal refused={refused} known={FIELDS} notDone="员工尚未添加" />}
        <Grid>
          <Field id="displayName" label="姓名" error={errors.displayName}>
            <TextInput name="displayName" defaultValue={keep.displayName} autoComplete="off" required />
          </Field>
          <Field id="mobile" label="手机号码" aside="接收初始密码" error={errors.mobile}>
            <TextInput name="mobile" defaultValue={keep.mobile} inputMode="tel" autoComplete="off" required />
          </Field>
        </Grid>
        <Field
          id="username"
          label="用户名"
          hint="3 至 20 位，字母开头，可用字母、数字、点和横线。添加后不能更改。"
          error={errors.username}
        >
          <TextInput name="username" defaultValue={keep.username} autoCapitalize="none" spellCheck={false} required />
        </Field>
        <ProgrammeChoices programmes={programmes} granted={[]} />
        <div>
          <SubmitButton pendingLabel="正在添加">添加并发送初始密码</SubmitButton>
        </div>
      </Stack>
    </form>
  );
}
