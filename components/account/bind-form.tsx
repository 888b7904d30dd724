'use client';

import { useActionState, useState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import { Button } from '../ui/button';
import { Disclosure } from '../ui/disclosure';
import { Field } from '../ui/field';
import { Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { PasswordInput } from '../ui/password-input';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import type { FormAction } from './account-form';
import { FormRefusal } from './form-refusal';

export type BindFormProps = {
  what: 'mobile' | 'email';
  bound: string | null;
  /** Sends the code; the password is asked for here. */
  ask: FormAction;
  bind: FormAction;
  /** What it is good for, where that is not what it is for people of an enterprise. */
  why?: string;
};

const WORDS = {
  mobile: { label: '新手机号码', kind: 'tel' },
  email: { label: '新邮箱', kind: 'email' },
} as const;
const WHY = '用于找回密码和接收账号提醒。';

/** 绑定 or 更换: the address and the password, then the code that went there. */
export function BindForm(props: BindFormProps) {
  const { bound } = props;
  return bound ? (
    <Disclosure summary={props.what === 'mobile' ? '更换手机' : '更换邮箱'}>
      <BindSteps {...props} />
    </Disclosure>
  ) : (
    <BindSteps {...props} />
  );
}

function BindSteps({ what, ask, bind, why = WHY }: BindFormProps) {
  const [address, setAddress] = useState('');
  const [asked, askNow] = useActionState(ask, IDLE);
  const [done, bindNow] = useActionState(bind, IDLE);
  const [again, setAgain] = useState(0);
  const { label, kind } = WORDS[what];
  const ids = { address: `${what}-address`, current: `${what}-current`, code: `${what}-code` };
  if (done.status === 'done') return <Notice tone="green" role="status" title={done.message} />;
  if (asked.status === 'done' && asked.at !== again) {
    const refused = done.status === 'refused' ? done : null;
    return (
      <form action={bindNow} noValidate>
        <Stack gap={4}>
          {refused ? (
            <FormRefusal refused={refused} known={[]} />
          ) : (
            <Notice tone="green" role="status" title={asked.message}>
              已发至 {address}，五分钟内有效。
            </Notice>
          )}
          <input type="hidden" name={what} value={address} />
          <Field id={ids.code} label="验证码" error={refused?.explained.fields?.code}>
            <TextInput name="code" inputMode="numeric" autoComplete="one-time-code" width="s" required />
          </Field>
          <Row gap={2}>
            <SubmitButton pendingLabel="正在绑定">验证并绑定</SubmitButton>
            <Button variant="quiet" onClick={() => setAgain(asked.at)}>
              重新获取
            </Button>
          </Row>
        </Stack>
      </form>
    );
  }
  const refused = asked.status === 'refused' ? asked : null;
  const errors = refused?.explained.fields ?? {};
  return (
    <form action={askNow} noValidate>
      <Stack gap={4}>
        {refused && <FormRefusal refused={refused} known={[]} />}
        <Field id={ids.address} label={label} hint={why} error={errors[what]}>
          <TextInput
            name={what}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            inputMode={kind}
            autoComplete={kind}
            required
          />
        </Field>
        <Field id={ids.current} label="登录密码" error={errors.current}>
          <PasswordInput name="current" required />
        </Field>
        <div>
          <SubmitButton variant="secondary" pendingLabel="正在发送">
            获取验证码
          </SubmitButton>
        </div>
      </Stack>
    </form>
  );
}
