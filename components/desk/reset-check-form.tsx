'use client';

import { useActionState, useState } from 'react';
import type { ResetView } from '@/lib/desk/reset-queries';
import { RESET_QUESTIONS } from '@/lib/desk/rules/reset-check';
import { minuteOf } from '@/lib/kernel/shanghai-day';
import { IDLE } from '@/lib/runtime/action-state';
import { FormRefusal } from '../account/form-refusal';
import type { Act } from '../disbursement/act-confirm';
import { Card } from '../ui/card';
import { CheckboxGroup } from '../ui/choice';
import { Field } from '../ui/field';
import { Grid, Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { MinuteInput, Select, TextArea, TextInput } from '../ui/text-input';

type Props = { requestId: string; callees: ResetView['callees']; submittedAt: Date; now: Date; propose: Act };

const FIELDS = ['callee', 'calledAt', 'spokenTo', 'asked', 'note'];
const QUESTIONS = Object.entries(RESET_QUESTIONS).map(([value, label]) => ({ value, label }));

/** 核实记录: whom one called back, when, who answered and what was asked. With it the reset is proposed. */
export function ResetCheckForm({ requestId, callees, submittedAt, now, propose }: Props) {
  const [state, submit] = useActionState(propose, IDLE);
  // What was ticked is no text, so the action does not hand it back.
  const [asked, setAsked] = useState<readonly string[]>([]);
  const refused = state.status === 'refused' ? state : null;
  const { keep = {}, explained } = refused ?? {};
  const errors = explained?.fields ?? {};

  function send(form: FormData) {
    setAsked(form.getAll('asked[]').map(String));
    submit(form);
  }

  return (
    <Card title="核实记录" foot="提请后由另一位业务人员复核，您不能复核自己核实的请求。">
      <form action={send} noValidate>
        <Stack gap={4}>
          {refused && <FormRefusal refused={refused} known={FIELDS} notDone="尚未提请复核" />}
          <input type="hidden" name="id" value={requestId} />
          <Field id="callee" label="回拨了哪个电话" error={errors.callee}>
            <Select
              name="callee"
              defaultValue={keep.callee ?? ''}
              placeholder="请选择"
              options={callees.map(({ key, who, number }) => ({ value: key, label: `${who}　${number}` }))}
            />
          </Field>
          <Grid>
            <Field id="calledAt" label="通话时间" error={errors.calledAt}>
              <MinuteInput
                name="calledAt"
                defaultValue={keep.calledAt}
                min={minuteOf(submittedAt)}
                max={minuteOf(now)}
                required
              />
            </Field>
            <Field id="spokenTo" label="接听人姓名" error={errors.spokenTo}>
              <TextInput name="spokenTo" defaultValue={keep.spokenTo} required />
            </Field>
          </Grid>
          <CheckboxGroup
            id="asked"
            name="asked[]"
            legend="核对了哪些"
            hint="第一项必须确认，另外至少一项；对方回答与登记一致的才勾选"
            options={QUESTIONS}
            defaultValues={asked}
            error={errors.asked}
          />
          <Field id="note" label="说明" optional error={errors.note}>
            <TextArea name="note" rows={2} maxLength={300} defaultValue={keep.note} />
          </Field>
          <div>
            <SubmitButton pendingLabel="正在提请">提请复核</SubmitButton>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
