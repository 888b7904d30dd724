'use client';

import { useActionState, useId } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';

/** 导入银行结果: the bank's file; what it changed is said, and the same file a second time says that it changed nothing. */
export function TakeResultForm({ paymentFileId, hint, act }: { paymentFileId: string; hint: string; act: Act }) {
  const [state, submit] = useActionState(act, IDLE);
  const id = useId();
  const errors = state.status === 'refused' ? state.explained.fields : undefined;
  return (
    <form action={submit}>
      <input type="hidden" name="paymentFileId" value={paymentFileId} />
      <Stack gap={4}>
        {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
        {state.status === 'done' && state.message && (
          <Notice tone="green" role="status">
            {state.message}
          </Notice>
        )}
        <Field id={`${id}file`} label="银行结果文件" hint={hint} error={errors?.file}>
          <FileButton id={`${id}file`} name="file" label="选择文件" accept=".csv,.txt,text/csv" />
        </Field>
        <Row>
          <SubmitButton variant="secondary" pendingLabel="正在导入">
            导入银行结果
          </SubmitButton>
        </Row>
      </Stack>
    </form>
  );
}
