'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { FormAction } from '../account/account-form';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';

export type ActButtonProps = {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  label: string;
  title: string;
  thing: string;
  consequence: string;
  undoUntil?: string;
  danger?: boolean;
};

/** An act on an account that is asked about before it is done, and says afterwards what was done. */
export function ActButton({ action, label, danger, ...ask }: ActButtonProps) {
  const [state, act] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state.explained : null;
  return (
    <Stack gap={2}>
      {state.status === 'done' && state.message && <Notice tone="green" role="status" title={state.message} />}
      <ConfirmDialog
        {...ask}
        label={label}
        look={{ variant: danger ? 'danger' : 'secondary', full: true }}
        confirmLabel={label}
        danger={danger}
        action={act}
        error={refused && `${refused.title}：${refused.why}`}
      />
    </Stack>
  );
}
