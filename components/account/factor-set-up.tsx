'use client';

import { useState, type FormEvent } from 'react';
import { QRCodeSVG } from 'qrcode.react';
import type { Explained } from '@/lib/access/refusals';
import { LinkButton } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import { RecoveryCodes } from './recovery-codes';
import styles from './factor-set-up.module.css';

type Confirmed = { ok: true; value: { recoveryCodes: readonly string[] } } | { ok: false; explained: Explained };

export type FactorSetUpProps = {
  /** Null where there is nothing to set up any more. */
  offer: { readonly secret: string; readonly uri: string } | null;
  confirm: (input: { code: string }) => Promise<Confirmed>;
  homeHref: string;
};

/** Scan, type the first code, write the recovery codes down. */
export function FactorSetUp({ offer, confirm, homeHref }: FactorSetUpProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [refused, setRefused] = useState<{ explained: Explained; at: number } | null>(null);
  const [pending, setPending] = useState(false);
  if (codes) return <RecoveryCodes codes={codes} homeHref={homeHref} />;
  if (!offer) return <SetUpAlready homeHref={homeHref} />;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await confirm({ code: String(new FormData(event.currentTarget).get('code') ?? '') });
    setPending(false);
    if (answer.ok) setCodes(answer.value.recoveryCodes);
    else setRefused((before) => ({ explained: answer.explained, at: (before?.at ?? 0) + 1 }));
  }
  const error = refused?.explained.fields?.code;
  return (
    <form onSubmit={send} noValidate>
      <Stack gap={4}>
        {refused && (
          <ErrorSummary
            title={refused.explained.title}
            items={[{ label: error ?? refused.explained.why, href: '#code' }]}
            stamp={refused.at}
          />
        )}
        <ol className={styles.steps}>
          <li>
            <p>用手机上的身份验证器扫描</p>
            <div className={styles.code}>
              <QRCodeSVG value={offer.uri} size={176} marginSize={2} title="第二重验证的二维码" />
              <p className={styles.secret}>
                不能扫描时手工输入密钥
                <b>{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</b>
              </p>
            </div>
          </li>
          <li>
            <Field id="code" label="填写手机上显示的六位数字" error={error}>
              <TextInput name="code" inputMode="numeric" autoComplete="one-time-code" width="s" required />
            </Field>
          </li>
        </ol>
        <SubmitButton full pending={pending} pendingLabel="正在验证">
          验证并启用
        </SubmitButton>
      </Stack>
    </form>
  );
}

function SetUpAlready({ homeHref }: { homeHref: string }) {
  return (
    <Stack gap={4}>
      <Notice tone="green" title="第二重验证已启用">
        更换手机和恢复码，在“我的账号”办理。
      </Notice>
      <LinkButton href={homeHref} variant="primary" full>
        进入工作台
      </LinkButton>
    </Stack>
  );
}
