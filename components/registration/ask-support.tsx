'use client';

import { useActionState } from 'react';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Field } from '@/components/ui/field';
import { Grid, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { RegistrationView } from '@/lib/enterprise/registration-queries';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

export type AskSupportProps = {
  readonly errorNumber: string;
  readonly registration: RegistrationView;
  readonly act: (before: ActionState, form: FormData) => Promise<ActionState>;
};

/** At 注册失败: sends support the error number with company, contact and telephone, in place of an e-mail. */
export function AskSupport({ errorNumber, registration, act }: AskSupportProps) {
  const [state, submit] = useActionState(act, IDLE);
  if (state.status === 'done') return <Notice tone="green" role="status" title={state.message ?? '已转技术支持'} />;
  const refused = state.status === 'refused' ? state : null;
  const { fields } = refused?.explained ?? {};
  return (
    <Card title="请技术支持处理" aside="工作人员查看错误后与您联系" tone="amber">
      <form action={submit} noValidate>
        <Stack gap={4}>
          {refused && !fields && <Notice tone="red" role="alert" title={refused.explained.title} />}
          <DefinitionList
            items={[
              { label: '错误编号', value: errorNumber },
              { label: '企业名称', value: registration.enterpriseName },
            ]}
          />
          <input type="hidden" name="errorNumber" value={errorNumber} />
          <Grid columns={2}>
            <Field id="contact" label="联系人" error={fields?.contact}>
              <TextInput
                name="contact"
                defaultValue={refused?.keep.contact ?? registration.answers.administratorName ?? ''}
              />
            </Field>
            <Field id="telephone" label="联系电话" error={fields?.telephone}>
              <TextInput
                name="telephone"
                inputMode="tel"
                defaultValue={refused?.keep.telephone ?? registration.answers.telephone ?? ''}
              />
            </Field>
          </Grid>
          <div>
            <SubmitButton pendingLabel="正在发送">发给技术支持</SubmitButton>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
