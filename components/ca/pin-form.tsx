'use client';

import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { RadioGroup } from '../ui/choice';
import { DefinitionList } from '../ui/definition-list';
import { Field } from '../ui/field';
import { PasswordInput } from '../ui/password-input';
import { SubmitButton } from '../ui/submit-button';
import type { AgentKey, CaAgent } from './agent/ca-agent';
import type { KeyHere } from './use-key';
import type { ProofTrouble } from './use-proof';
import styles from './pin-form.module.css';

export type PinFormProps = {
  readonly here: KeyHere;
  readonly trouble: ProofTrouble | null;
  /** Words while something is under way. */
  readonly busy: string | null;
  /** Words on the button. */
  readonly act: string;
  readonly begin: (given: { agent: CaAgent; key: AgentKey; pin: string }) => Promise<void>;
};

/** Which key, and its PIN. A wrong PIN empties the field; after any other failure it stays, so that one can try again. */
export function PinForm({ here, trouble, busy, act, begin }: PinFormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const { look, chosen } = here;
  const wrong = trouble?.kind === 'key' && trouble.state === 'pin-wrong' ? trouble : null;

  useEffect(() => {
    if (!wrong) return;
    const field = form.current?.elements.namedItem('pin');
    if (!(field instanceof HTMLInputElement)) return;
    field.value = '';
    field.focus();
  }, [wrong]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || !look.agent) return;
    if (!chosen) return setComplaint('请先选择一个 Key。');
    const pin = new FormData(event.currentTarget).get('pin');
    if (typeof pin !== 'string' || pin === '') return setComplaint('请输入 PIN 码。');
    setComplaint(null);
    await begin({ agent: look.agent, key: chosen, pin });
  }

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {look.keys.length > 1 ? (
        <RadioGroup
          id={`${id}-key`}
          name={`${id}-key`}
          legend="使用哪个 Key"
          value={chosen?.id ?? ''}
          onChange={here.choose}
          options={look.keys.map((key) => ({ value: key.id, label: key.label, note: validUntil(key) }))}
        />
      ) : (
        chosen && (
          <DefinitionList
            items={[
              { label: '证书所有者', value: chosen.label },
              { label: '颁发机构', value: chosen.issuer },
              { label: '有效期', value: validUntil(chosen) },
            ]}
          />
        )
      )}
      <Field
        id={`${id}-pin`}
        label="PIN 码"
        hint="领取 Key 时设定的密码，不是一网通办的登录密码。"
        error={complaint ?? (wrong ? 'PIN 码错误，请核对后重新输入。' : null)}
      >
        <PasswordInput name="pin" autoComplete="off" maxLength={32} onChange={() => setComplaint(null)} />
      </Field>
      <div className={styles.acts}>
        <SubmitButton size="l" pending={busy !== null} pendingLabel={busy ?? ''}>
          {act}
        </SubmitButton>
      </div>
    </form>
  );
}

function validUntil({ notAfter }: AgentKey): string {
  return `至 ${formatDay(shanghaiDayOf(new Date(notAfter)))}`;
}
