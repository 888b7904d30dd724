'use client';

import type { Answered } from '../review/acts';
import { FormDialog } from '../review/form-dialog';
import { ReasonField } from '../review/reason-field';

type Props = {
  open: boolean;
  onClose: () => void;
  library: readonly string[];
  act: (reason: string) => Promise<Answered>;
};

/** 退回收据, with the reason that the enterprise will read. */
export function ReturnDialog({ open, onClose, library, act }: Props) {
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title="退回收据"
      confirmLabel="退回收据"
      danger
      act={(form) => act(String(form.get('reason') ?? '').trim())}
    >
      <ReasonField
        name="reason"
        label="退回原因"
        hint="申报单位会收到短信和邮件，并在详情页看到原因。收据继续有效，由其重新拍照上传。"
        library={library.map((text) => ({ id: null, text, clause: null }))}
        focus="library"
        byDigit
      />
    </FormDialog>
  );
}
