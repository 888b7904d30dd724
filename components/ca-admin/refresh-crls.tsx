'use client';

import { useActionState, useEffect } from 'react';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { announce } from '../ui/announcer';
import { Row } from '../ui/layout';
import { Status } from '../ui/status';
import { SubmitButton } from '../ui/submit-button';

/** Fetches every list now; what came of it stands beside the button. */
export function RefreshCrls({ refresh }: { refresh: (before: ActionState, form: FormData) => Promise<ActionState> }) {
  const [state, submit] = useActionState(refresh, IDLE);
  useEffect(() => {
    if (state.status === 'done' && state.message) announce(state.message);
  }, [state]);
  return (
    <form action={submit}>
      <Row>
        {state.status === 'done' && (
          <Status look="text" tone="green">
            {state.message}
          </Status>
        )}
        {state.status === 'refused' && (
          <Status look="text" tone="red">
            {state.explained.title}
          </Status>
        )}
        <SubmitButton variant="secondary" size="s">
          立即更新吊销名单
        </SubmitButton>
      </Row>
    </form>
  );
}
