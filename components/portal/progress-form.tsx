'use client';

import { useActionState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { PublicProgress } from '@/lib/access/rules/progress';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { Anchor } from '../ui/anchor';
import { DefinitionList } from '../ui/definition-list';
import { Field } from '../ui/field';
import { fieldIds } from '../ui/field-ids';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Status } from '../ui/status';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import styles from './progress-form.module.css';

/** What the form knows: nothing yet, what was found, or why nothing was, with what was typed. */
export type ProgressState = {
  readonly answer: { ok: true; value: PublicProgress } | { ok: false; explained: Explained } | null;
  readonly typed: { readonly number: string; readonly usccTail: string };
};

export type ProgressFormProps = {
  action: (before: ProgressState, form: FormData) => Promise<ProgressState>;
};

const NOTHING: ProgressState = { answer: null, typed: { number: '', usccTail: '' } };

/** 我的申请办到哪了: 受理编号 and the end of the USCC, answered in place with a word and days. */
export function ProgressForm({ action }: ProgressFormProps) {
  const [{ answer, typed }, submit] = useActionState(action, NOTHING);
  const fields = answer && !answer.ok ? (answer.explained.fields ?? {}) : {};
  return (
    <Stack gap={4}>
      <form action={submit} noValidate>
        <Stack gap={4}>
          <Field id="number" label="受理编号" hint="RC 开头，共 13 位" error={fields.number}>
            <TextInput
              name="number"
              defaultValue={typed.number}
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
          </Field>
          <Field id="usccTail" label="统一社会信用代码后 6 位" error={fields.usccTail}>
            {/* Not the only child: the ids belong to the input, which shares its row with the button. */}
            {false}
            <div className={styles.row}>
              <TextInput
                {...fieldIds({ id: 'usccTail', error: fields.usccTail })}
                name="usccTail"
                defaultValue={typed.usccTail}
                maxLength={12}
                autoCapitalize="characters"
                spellCheck={false}
                required
              />
              <SubmitButton pendingLabel="正在查询">查询进度</SubmitButton>
            </div>
          </Field>
        </Stack>
      </form>
      {answer?.ok && <Found {...answer.value} />}
      {answer && !answer.ok && !answer.explained.fields && <NotFound {...answer.explained} />}
    </Stack>
  );
}

function Found({ number, word, tone, icon, since, submittedOn }: PublicProgress) {
  return (
    <div className={styles.found} role="status">
      <DefinitionList
        items={[
          { label: '受理编号', value: number },
          {
            label: '状态',
            value: (
              <Status tone={tone} icon={icon}>
                {word}
              </Status>
            ),
          },
          { label: '更新日期', value: formatDay(since) },
          ...(submittedOn ? [{ label: '提交日期', value: formatDay(submittedOn) }] : []),
        ]}
      />
    </div>
  );
}

function NotFound({ title, why, next }: Explained) {
  return (
    <Notice tone="amber" title={title} role="alert">
      <p>{why}</p>
      {next.map(({ label, href }) => (
        <p key={label}>{href ? <Anchor href={href}>{label}</Anchor> : label}</p>
      ))}
    </Notice>
  );
}
