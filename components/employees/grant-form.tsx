'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { FormAction } from '../account/account-form';
import { FormRefusal } from '../account/form-refusal';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { ProgrammeChoices, type ProgrammeChoice } from './programme-choices';

export type GrantFormProps = {
  action: FormAction;
  employeeId: string;
  programmes: readonly ProgrammeChoice[];
  granted: readonly string[];
};

/** Which programmes a handler may do business for. */
export function GrantForm({ action, employeeId, programmes, granted }: GrantFormProps) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    // React resets a form after its action; the key brings in what is granted now.
    <form action={submit} key={granted.join()}>
      <Stack gap={4}>
        {state.status === 'refused' && <FormRefusal refused={state} known={[]} />}
        {state.status === 'done' && state.message && <Notice tone="green" role="status" title={state.message} />}
        <input type="hidden" name="employeeId" value={employeeId} />
        <ProgrammeChoices programmes={programmes} granted={granted} />
        <div>
          <SubmitButton variant="secondary" pendingLabel="正在保存">
            保存授权
          </SubmitButton>
        </div>
      </Stack>
    </form>
  );
}
