'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { FormAction } from '../account/account-form';
import { FormRefusal } from '../account/form-refusal';
import { RadioGroup } from '../ui/choice';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import { PictureCodeField } from './picture-code-field';

const FIELDS = ['enterprise', 'username', 'channel', 'pictureCode'];

/** 忘记密码: whose password, where the code shall go, and the picture before anything is sent. */
export function AskResetForm({ action, codeId }: { action: FormAction; codeId: string }) {
  const [state, submit] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const { keep = {} } = refused ?? {};
  const errors = refused?.explained.fields ?? {};
  return (
    <form action={submit} noValidate>
      <Stack gap={4}>
        {refused && <FormRefusal refused={refused} known={FIELDS} notDone="验证码尚未发送" />}
        <Field id="enterprise" label="企业名称" aside="也可填统一社会信用代码" error={errors.enterprise}>
          <TextInput name="enterprise" defaultValue={keep.enterprise} autoComplete="organization" required />
        </Field>
        <Field id="username" label="用户名" aside="super 或经办人用户名" error={errors.username}>
          <TextInput
            name="username"
            defaultValue={keep.username}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </Field>
        <RadioGroup
          id="channel"
          name="channel"
          legend="验证码发到"
          look="inline"
          options={[
            { value: 'SMS', label: '绑定的手机' },
            { value: 'MAIL', label: '绑定的邮箱' },
          ]}
          defaultValue={keep.channel ?? 'SMS'}
          error={errors.channel}
        />
        <PictureCodeField
          purpose="forgot-password"
          firstId={codeId}
          stamp={state.status === 'idle' ? 0 : state.at}
          error={errors.pictureCode ?? errors.pictureCodeId}
        />
        <SubmitButton size="l" full pendingLabel="正在发送">
          获取验证码
        </SubmitButton>
      </Stack>
    </form>
  );
}
