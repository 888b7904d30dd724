'use client';

import { useActionState } from 'react';
import { Card } from '@/components/ui/card';
import { CheckboxGroup } from '@/components/ui/choice';
import { Stack } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatMoney } from '@/lib/kernel/fen';
import type { CaseToPublish } from '@/lib/notice/rules/views';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';

/** Further approved cases of the same programme and year, to go behind those that stand on the list. */
export function AddCases({
  noticeId,
  cases,
  action,
}: {
  noticeId: string;
  cases: readonly CaseToPublish[];
  action: Act;
}) {
  const [state, submit] = useActionState(action, IDLE);
  if (cases.length === 0) return null;
  return (
    <Card title="可以加入的申请" compact>
      <form action={submit}>
        <Stack gap={3}>
          {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
          <input type="hidden" name="noticeId" value={noticeId} />
          <CheckboxGroup
            id="add"
            name="applicationIds[]"
            legend="待公示的申请"
            legendHidden
            options={cases.map(({ id, number, enterpriseName, names, amountFen, holdReason }) => ({
              value: id,
              label: `${number}　${enterpriseName}`,
              note: holdReason === null ? `${names.length} 人，${formatMoney(amountFen)}` : `暂停办理：${holdReason}`,
              disabled: holdReason !== null,
            }))}
          />
          <SubmitButton variant="plain" size="s" pendingLabel="正在加入">
            加入名单
          </SubmitButton>
        </Stack>
      </form>
    </Card>
  );
}
