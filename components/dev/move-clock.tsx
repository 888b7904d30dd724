'use client';

import { useActionState } from 'react';
import { Row, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

const JUMPS = [
  { hours: 1, label: '拨快 1 小时' },
  { hours: 24, label: '拨快 1 天' },
  { hours: 24 * 9, label: '拨快 9 天（公示期满）' },
  { hours: 24 * 21, label: '拨快 21 天（补正逾期）' },
] as const;

/** Moves the demo's clock forward, so that a newcomer reaches the end of a notice or a deadline. */
export function MoveClock({ action }: { action: (before: ActionState, form: FormData) => Promise<ActionState> }) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <Stack gap={3}>
      <Row gap={2}>
        {JUMPS.map(({ hours, label }) => (
          <form key={hours} action={submit}>
            <input type="hidden" name="hours" value={hours} />
            <SubmitButton>{label}</SubmitButton>
          </form>
        ))}
      </Row>
      {state.status === 'done' && state.message ? <Notice tone="green" title={state.message} /> : null}
      {state.status === 'refused' ? (
        <Notice tone="red" title={state.explained.title}>
          {state.explained.why}
        </Notice>
      ) : null}
    </Stack>
  );
}
