'use client';

import { useActionState } from 'react';
import { Checkbox } from '@/components/ui/choice';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

type Props = {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  programme: string;
  instructions: string;
};

/** 在线阅读申请说明 is accepted here; which version and when is kept with the application. */
export function BeginForm({ action, programme, instructions }: Props) {
  const [state, submit] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state.explained : null;
  return (
    <form action={submit}>
      <Stack gap={4}>
        {refused ? (
          <Notice tone="red" role="alert" title={refused.title}>
            {Object.values(refused.fields ?? {})[0] ?? refused.why}
          </Notice>
        ) : null}
        <input type="hidden" name="programme" value={programme} />
        <input type="hidden" name="instructions" value={instructions} />
        <Checkbox id="accepted" name="accepted" value="yes" label="我已阅读并同意以上申请说明" />
        <SubmitButton size="l" pendingLabel="正在建立草稿">
          开始申请
        </SubmitButton>
      </Stack>
    </form>
  );
}
