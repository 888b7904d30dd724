'use client';

import { useActionState, useEffect, useId, useState } from 'react';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { Button } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import { Field } from '../ui/field';
import { Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { PasswordInput } from '../ui/password-input';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import { FormRefusal } from './form-refusal';
import type { ProofActs } from './proof-acts';

type ProofDialogProps = { acts: ProofActs; answer: (isProved: boolean) => void };

/** 再次验证身份: the password, and the code that goes to what is bound, before the payee is changed. */
export function ProofDialog({ acts, answer }: ProofDialogProps) {
  const { ask, prove, sendsTo } = acts;
  const [asked, askNow] = useActionState(ask, IDLE);
  const [proved, proveNow] = useActionState(prove, IDLE);
  const [current, setCurrent] = useState('');
  useEffect(() => {
    if (proved.status === 'done') answer(true);
  }, [proved, answer]);
  const [again, setAgain] = useState(0);
  const wantsCode = asked.status === 'done' && asked.at !== again;
  const isLast = sendsTo === null || wantsCode;
  return (
    <Dialog open onClose={() => answer(false)} title="再次验证身份" size="s">
      <form action={isLast ? proveNow : askNow} noValidate>
        <Stack gap={4}>
          <p>更改收款信息关系资金安全，须确认是您本人在操作。验证后 10 分钟内不再询问。</p>
          <Said asked={asked} proved={proved} sendsTo={sendsTo} />
          {wantsCode ? (
            <CodeField current={current} proved={proved} />
          ) : (
            <PasswordField {...{ current, setCurrent }} refused={isLast ? proved : asked} />
          )}
          <Row gap={2}>
            <SubmitButton pendingLabel={isLast ? '正在验证' : '正在发送'}>
              {isLast ? '验证并继续' : '获取验证码'}
            </SubmitButton>
            {wantsCode && (
              <Button variant="quiet" onClick={() => setAgain(asked.at)}>
                重新获取
              </Button>
            )}
            <DialogClose>不更改</DialogClose>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

type SaidProps = { asked: ActionState; proved: ActionState; sendsTo: string | null };

function Said({ asked, proved, sendsTo }: SaidProps) {
  if (proved.status === 'refused') return <FormRefusal refused={proved} known={[]} />;
  if (asked.status === 'refused') return <FormRefusal refused={asked} known={[]} />;
  if (asked.status === 'done') {
    return (
      <Notice tone="green" role="status" title={asked.message}>
        已发至 {sendsTo}，五分钟内有效。
      </Notice>
    );
  }
  return sendsTo ? <p>填写密码后，验证码发至 {sendsTo}。</p> : null;
}

function errorOf(state: ActionState, name: string): string | undefined {
  return state.status === 'refused' ? state.explained.fields?.[name] : undefined;
}

type PasswordFieldProps = { current: string; setCurrent: (typed: string) => void; refused: ActionState };

function PasswordField({ current, setCurrent, refused }: PasswordFieldProps) {
  return (
    <Field id={useId()} label="登录密码" error={errorOf(refused, 'current')}>
      <PasswordInput
        name="current"
        autoComplete="current-password"
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        required
      />
    </Field>
  );
}

/** The password goes along once more: code and password prove together. */
function CodeField({ current, proved }: { current: string; proved: ActionState }) {
  return (
    <>
      <input type="hidden" name="current" value={current} />
      <Field id={useId()} label="验证码" error={errorOf(proved, 'code')}>
        <TextInput name="code" inputMode="numeric" autoComplete="one-time-code" width="s" required />
      </Field>
    </>
  );
}
