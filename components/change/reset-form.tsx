'use client';

import { useActionState } from 'react';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { PictureCodeField } from '../sign-in/picture-code-field';
import { RadioGroup } from '../ui/choice';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';

export type ResetFormProps = {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  /** Id of the first picture. */
  codeId: string;
};

/** 密码重置请求: what names the enterprise and proves nothing by itself. The answer is the same for everybody. */
export function ResetForm({ action, codeId }: ResetFormProps) {
  const [state, submit] = useActionState(action, IDLE);
  if (state.status === 'done') return <Received />;
  const refused = state.status === 'refused' ? state : null;
  const { pictureCodeId, ...fields } = refused?.explained.fields ?? {};
  const errors: Readonly<Record<string, string | undefined>> =
    pictureCodeId && !fields.pictureCode ? { ...fields, pictureCode: pictureCodeId } : fields;
  const items = Object.entries(errors).map(([id, label]) => ({ label: label ?? '', href: `#${id}` }));
  return (
    <form action={submit} noValidate>
      <Stack gap={4}>
        {refused && items.length > 0 && <ErrorSummary items={items} stamp={refused.at} />}
        {refused && items.length === 0 && <RefusalNotice explained={refused.explained} />}
        <Field id="enterprise" label="企业名称" aside="也可填统一社会信用代码" error={errors.enterprise}>
          <TextInput name="enterprise" defaultValue={refused?.keep.enterprise} autoComplete="organization" required />
        </Field>
        <RadioGroup
          id="account"
          name="account"
          legend="要重置的账号"
          error={errors.account}
          defaultValue={refused?.keep.account ?? 'admin'}
          options={[
            { value: 'admin', label: 'admin（企业管理员）', note: '管理员忘记了密码' },
            { value: 'super', label: 'super（超级用户）', note: '管理员也不能登录，无人能在员工管理中重置' },
          ]}
        />
        <Field
          id="mobile"
          label="管理员预留手机"
          hint="注册时登记、接收过账号密码的手机。初始密码只发到这个号码。"
          error={errors.mobile}
        >
          <TextInput name="mobile" defaultValue={refused?.keep.mobile} inputMode="tel" autoComplete="tel" required />
        </Field>
        <PictureCodeField
          purpose="reset-request"
          firstId={codeId}
          stamp={state.status === 'idle' ? 0 : state.at}
          error={errors.pictureCode}
        />
        <SubmitButton size="l" full pendingLabel="正在提交">
          提交重置请求
        </SubmitButton>
      </Stack>
    </form>
  );
}

function Received() {
  return (
    <Notice tone="green" role="status" title="请求已收到">
      <p>所填信息与登记一致的，两个工作日内办结。</p>
      <p>一名业务人员回拨登记的电话核实，另一名复核。</p>
      <p>复核通过后，初始密码以短信发到预留手机。</p>
      <p>两个工作日后仍未收到短信的，请核对所填信息，或拨打技术支持电话。</p>
    </Notice>
  );
}
