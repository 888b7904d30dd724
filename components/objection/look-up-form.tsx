'use client';

import { useActionState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { formatDay } from '@/lib/kernel/shanghai-day';
import type { ObjectionProgress } from '@/lib/objection/rules/look-up';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { DefinitionList } from '../ui/definition-list';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { Status } from '../ui/status';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import styles from './objection.module.css';

/** What the form knows: nothing yet, what was found, or why nothing was, with what was typed. */
export type LookUpState = {
  readonly answer: { ok: true; value: ObjectionProgress } | { ok: false; explained: Explained } | null;
  readonly typed: { readonly number: string; readonly tail: string };
};

const nothing = (number: string): LookUpState => ({ answer: null, typed: { number, tail: '' } });

type Props = { action: (before: LookUpState, form: FormData) => Promise<LookUpState>; number: string };

/** 异议办理进度: number and the end of the telephone, answered in place. */
export function LookUpForm({ action, number }: Props) {
  const [{ answer, typed }, submit] = useActionState(action, nothing(number));
  const fields = answer && !answer.ok ? (answer.explained.fields ?? {}) : {};
  return (
    <Stack gap={4}>
      <form action={submit} noValidate>
        <Stack gap={4}>
          <Field id="number" label="异议编号" hint="YY 开头，共 13 位，在提交后的回执上" error={fields.number}>
            <TextInput
              name="number"
              defaultValue={typed.number}
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
          </Field>
          <Field id="tail" label="联系电话最后 4 位" error={fields.tail}>
            <TextInput name="tail" width="s" defaultValue={typed.tail} inputMode="numeric" maxLength={8} required />
          </Field>
          <SubmitButton pendingLabel="正在查询">查询</SubmitButton>
        </Stack>
      </form>
      {answer?.ok && <Found {...answer.value} />}
      {answer && !answer.ok && !answer.explained.fields && <RefusalNotice explained={answer.explained} />}
    </Stack>
  );
}

function Found(found: ObjectionProgress) {
  const { number, word, tone, icon, noticeTitle, receivedOn, dueOn, answer, answeredOn } = found;
  return (
    <div role="status">
      <DefinitionList
        items={[
          { label: '异议编号', value: number },
          {
            label: '状态',
            value: (
              <Status tone={tone} icon={icon}>
                {word}
              </Status>
            ),
          },
          { label: '公示名单', value: noticeTitle },
          { label: '收到日期', value: formatDay(receivedOn) },
          ...(dueOn
            ? [{ label: '下一步', value: `${formatDay(dueOn)}前${word === '已收到' ? '告知是否受理' : '作出决定'}` }]
            : []),
          ...(answer ? [{ label: '答复', value: <span className={styles.said}>{answer}</span> }] : []),
          ...(answeredOn ? [{ label: '答复日期', value: formatDay(answeredOn) }] : []),
        ]}
      />
    </div>
  );
}
