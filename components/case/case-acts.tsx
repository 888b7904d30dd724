'use client';

import { useActionState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Row } from '@/components/ui/layout';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

type Act = (before: ActionState, form: FormData) => Promise<ActionState>;
type Props = {
  readonly applicationId: string;
  readonly thing: string;
  readonly takeBack: Act | null;
  readonly withdraw: Act | null;
};

/** 取回修改 and 撤回申请, each asked for with what follows from it. */
export function CaseActs({ applicationId, thing, takeBack, withdraw }: Props) {
  return (
    <Row gap={2}>
      {takeBack ? (
        <Asked
          act={takeBack}
          applicationId={applicationId}
          thing={thing}
          label="取回修改"
          title="取回本次提交，继续修改？"
          consequence="取回后须重新提交才会审核；受理编号不变。"
          undoUntil="重新提交即可"
        />
      ) : null}
      {withdraw ? (
        <Asked
          act={withdraw}
          applicationId={applicationId}
          thing={thing}
          label="撤回申请"
          title="撤回本申请？"
          consequence="撤回后本申请不再审核，不能恢复；受理期内可以重新申请。"
          danger
        />
      ) : null}
    </Row>
  );
}

type AskedProps = {
  act: Act;
  applicationId: string;
  thing: string;
  label: string;
  title: string;
  consequence: string;
  undoUntil?: string;
  danger?: boolean;
};

function Asked({ act, applicationId, label, ...words }: AskedProps) {
  const [state, submit] = useActionState(act, IDLE);
  return (
    <ConfirmDialog
      {...words}
      label={label}
      confirmLabel={label}
      action={submit}
      fields={{ applicationId }}
      error={state.status === 'refused' ? state.explained.why : undefined}
    />
  );
}
