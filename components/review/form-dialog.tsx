'use client';

import type { ReactNode } from 'react';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Row, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { submitOnEnter } from '@/components/ui/submit-on-enter';
import type { Answered } from './acts';
import { useAct } from './use-act';

type Props = {
  open: boolean;
  onClose: () => void;
  title: string;
  confirmLabel: string;
  danger?: boolean;
  act: (form: FormData) => Promise<Answered>;
  children: ReactNode;
};

/** A short form in a dialog. It closes when its act went through; a refusal is shown and nothing typed is lost. */
export function FormDialog({ open, onClose, title, confirmLabel, danger, act, children }: Props) {
  const { action, error } = useAct(act, onClose);
  return (
    <Dialog open={open} onClose={onClose} title={title} size="s">
      <form action={action} onKeyDown={submitOnEnter}>
        <Stack>
          {error && <Notice tone="red" role="alert" title={error} />}
          {children}
          <Row justify="end">
            <DialogClose>返回</DialogClose>
            <SubmitButton variant={danger ? 'danger' : 'primary'}>{confirmLabel}</SubmitButton>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
