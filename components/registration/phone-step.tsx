'use client';

import { useActionState, useEffect, useState } from 'react';
import type { Park, Support } from '@/components/frame/frame-props';
import { RefusalNotice } from '@/components/application/wizard/refusal-notice';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Field } from '@/components/ui/field';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { Explained } from '@/lib/access/refusals';
import type { RegistrationView } from '@/lib/enterprise/registration-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { IDLE, type ActionState, type Answer } from '@/lib/runtime/action-state';
import { AskSupport } from './ask-support';
import { RegistrationFrame } from './registration-frame';
import styles from './registration.module.css';

type Act = (before: ActionState, form: FormData) => Promise<ActionState>;

export type PhoneStepProps = {
  readonly registration: RegistrationView;
  readonly site: { readonly park: Park; readonly support: Support };
  readonly acts: {
    readonly sendCode: (given: unknown) => Promise<Answer<{ nextInSeconds: number; expiresInSeconds: number }>>;
    readonly finish: Act;
    readonly amend: Act;
    readonly askSupport: Act;
  };
};

/** 获取验证码, then the code: it proves the mobile to which the accounts are sent. */
export function PhoneStep({ registration, site, acts }: PhoneStepProps) {
  const [finished, finish] = useActionState(acts.finish, IDLE);
  const [, amend] = useActionState(acts.amend, IDLE);
  const code = useCode(acts.sendCode);
  const refused = finished.status === 'refused' ? finished : null;
  const errorNumber = refused && /ZC-[0-9A-F]{8}/.exec(refused.explained.why)?.[0];
  const { fields } = refused?.explained ?? {};

  return (
    <RegistrationFrame
      place="phone"
      site={site}
      enterprise={{ name: registration.enterpriseName, uscc: registration.uscc }}
      missing={[]}
      isHandedIn
    >
      <Stack gap={4}>
        {refused && !fields?.code && <RefusalNotice refusal={refused.explained} />}
        {errorNumber && <AskSupport errorNumber={errorNumber} registration={registration} act={acts.askSupport} />}
        <Notice
          tone="green"
          title={
            registration.submittedAt
              ? `注册已于 ${formatDayTime(new Date(registration.submittedAt))} 提交`
              : '注册已提交'
          }
        >
          还差最后一步：验证管理员的手机。
        </Notice>
        <Card title="管理员手机" aside="验证码和账号密码都发到这个号码">
          <Stack gap={4}>
            <DefinitionList
              items={[
                { label: '管理员', value: registration.answers.administratorName },
                {
                  label: '手机号码',
                  value: registration.maskedMobile,
                  action: (
                    <form action={amend}>
                      <SubmitButton variant="quiet" size="s">
                        号码不对，返回修改
                      </SubmitButton>
                    </form>
                  ),
                },
              ]}
            />
            {code.refusal && <RefusalNotice refusal={code.refusal} />}
            {code.isSent && (
              <Notice
                tone="blue"
                role="status"
                title={`验证码已发到 ${registration.maskedMobile ?? ''}，五分钟内有效`}
              />
            )}
            <form action={finish} onSubmit={code.forgetRefusal} noValidate>
              <Stack gap={4}>
                <Field id="code" label="短信验证码" hint="6 位数字" error={fields?.code}>
                  <CodeInput keep={refused?.keep.code} />
                </Field>
                <div className={styles.code}>
                  <Button size="l" pending={code.isSending} disabled={code.wait > 0} onClick={() => void code.send()}>
                    {code.wait > 0 ? `${code.wait} 秒后可重新获取` : code.isSent ? '重新获取验证码' : '获取验证码'}
                  </Button>
                  <SubmitButton size="l" pendingLabel="正在完成注册">
                    完成注册
                  </SubmitButton>
                </div>
              </Stack>
            </form>
          </Stack>
        </Card>
        <p className={styles.source}>没有收到短信的，请查看拦截记录；号码停用的，返回修改后重新提交。</p>
      </Stack>
    </RegistrationFrame>
  );
}

function CodeInput({ keep, ...ids }: { keep?: string | undefined; id?: string }) {
  return (
    <TextInput
      {...ids}
      name="code"
      width="s"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      defaultValue={keep}
      required
    />
  );
}

/** Asks for a code and counts the seconds until the next may be asked for. */
function useCode(sendCode: PhoneStepProps['acts']['sendCode']) {
  const [wait, setWait] = useState(0);
  const [isSent, setSent] = useState(false);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Explained | null>(null);

  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  async function send() {
    if (isSending) return;
    setSending(true);
    const answer = await sendCode({});
    setSending(false);
    setRefusal(answer.ok ? null : answer.explained);
    if (!answer.ok) return;
    setSent(true);
    setWait(answer.value.nextInSeconds);
    document.getElementById('code')?.focus();
  }

  return { wait, isSent, isSending, refusal, send, forgetRefusal: () => setRefusal(null) };
}
