'use client';

import { useActionState, useEffect } from 'react';
import type { YearLine } from '@/lib/programme/admin-queries';
import { paths } from '@/lib/kernel/paths';
import { wholeYuan } from '@/lib/programme/rules/amounts';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { announce } from '../ui/announcer';
import { LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { Row, Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { DateInput, TextArea, TextInput } from '../ui/text-input';
import styles from './programme-admin.module.css';

type Props = { programmeId: string; year: YearLine | null; next: number; save: Act };

/** One year's window and budget, with the reason of the change. What was typed stays after a refusal. */
export function YearForm({ programmeId, year, next, save }: Props) {
  const [state, submit] = useActionState(save, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const keep = refused?.keep;
  const faults = refused?.explained.fields ?? {};

  useEffect(() => {
    if (state.status === 'done' && state.message) announce(state.message);
  }, [state]);

  return (
    <Card title={year ? `修改 ${year.year} 年度` : '新增年度'}>
      <form action={submit} key={refused?.at ?? 0}>
        <Stack gap={4}>
          {refused && <RefusalNotice explained={refused.explained} />}
          <input type="hidden" name="programmeId" value={programmeId} />
          <input type="hidden" name="seen" value={year ? String(year.version) : ''} />
          <div className={styles.year}>
            <Field id="year" label="年度" error={faults.year}>
              <TextInput
                name="year"
                inputMode="numeric"
                defaultValue={keep?.year ?? String(year?.year ?? next)}
                readOnly={Boolean(year)}
              />
            </Field>
            <Field id="opensOn" label="受理开始" hint="当日 0:00 起" error={faults.opensOn}>
              <DateInput name="opensOn" defaultValue={keep?.opensOn ?? year?.window.opensOn} />
            </Field>
            <Field id="closesOn" label="受理截止" hint="当日 24:00 止" error={faults.closesOn}>
              <DateInput name="closesOn" defaultValue={keep?.closesOn ?? year?.window.closesOn} />
            </Field>
            <Field id="budgetFen" label="预算" hint="整数元" error={faults.budgetFen}>
              <TextInput
                name="budgetFen"
                inputMode="numeric"
                unit="元"
                defaultValue={keep?.budgetFen ?? (year ? wholeYuan(year.budgetFen) : '')}
              />
            </Field>
          </div>
          <Field id="reason" label="原因" hint="写入操作日志，如：实施主体 2026 年第 3 号通知" error={faults.reason}>
            <TextArea name="reason" rows={2} defaultValue={keep?.reason} />
          </Field>
          <Row gap={2}>
            <SubmitButton pendingLabel="正在保存">保存</SubmitButton>
            <LinkButton variant="quiet" href={paths.staffProgramme(programmeId)}>
              取消
            </LinkButton>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}
