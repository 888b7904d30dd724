'use client';

import { FormDialog } from './form-dialog';
import { ReasonField, reasonOf } from './reason-field';
import type { Desk } from './use-desk';

type Props = { desk: Desk; open: boolean; onClose: () => void };

/** 不予支持 of one talent, with the reason that the enterprise will read. */
export function RefuseDialog({ desk, open, onClose }: Props) {
  const { part, view, decisions } = desk;
  const before = decisions[part.id];
  return (
    <FormDialog
      open={open}
      onClose={onClose}
      title={`不予支持 ${part.title}`}
      confirmLabel="不予支持"
      danger
      act={(form) => {
        const { reason, reasonIds } = reasonOf(form);
        return desk.decide(false, reason, reasonIds);
      }}
    >
      <ReasonField
        name="reason"
        label="理由"
        hint="审核结果通知企业时一并告知。办结前可以更改。"
        library={view.reasons.refuse}
        focus="library"
        start={before && !before.supported ? (before.reason ?? '') : ''}
      />
    </FormDialog>
  );
}
