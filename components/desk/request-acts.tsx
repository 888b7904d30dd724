'use client';

import { useActionState } from 'react';
import type { DeskRequest } from '@/lib/desk/queries';
import { CHANGE_KIND_WORDS, type ChangeKind } from '@/lib/enterprise/rules/change-form';
import { IDLE } from '@/lib/runtime/action-state';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Row } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';

export type RequestActions = {
  readonly take: Act;
  readonly grant: Act;
  readonly refuse: Act;
  readonly giveBack: Act;
};

const FOLLOWS: Readonly<Record<ChangeKind, string>> = {
  ADMINISTRATOR: 'admin 归新管理员使用，初始密码发到新手机；原管理员立即退出登录，并收到短信。',
  ENTERPRISE_INFO: '登记信息立即更新并留下历史。以后开具的文书用新的内容。',
  PASSWORD_RESET: '初始密码发到登记的手机，72 小时有效；该账号在各处的登录立即退出。',
};

/** What may be done with a request now. */
export function RequestActs({ view, acts }: { view: DeskRequest; acts: RequestActions }) {
  const thing = `${CHANGE_KIND_WORDS[view.kind]}　${view.number}`;
  const fields = { id: view.id };
  if (view.status === 'RECEIVED') return <Take act={acts.take} id={view.id} label="开始核对" />;
  if (view.status !== 'IN_CHECK') return null;
  if (!view.taken?.mine) return <Take act={acts.take} id={view.id} label="接手核对" />;
  const reason = { name: 'reason', label: '原因', hint: '申报单位会看到', kind: 'text' } as const;
  return (
    <Row gap={2}>
      {view.kind !== 'PASSWORD_RESET' && (
        <ActConfirm
          act={acts.giveBack}
          label="退回补正"
          look={{ variant: 'plain', size: 's' }}
          title="退回补正？"
          thing={thing}
          consequence="申报单位补正后，在同一份请求中重新提交。"
          confirmLabel="退回补正"
          fields={fields}
          asks={[reason]}
        />
      )}
      <ActConfirm
        act={acts.refuse}
        label="不同意"
        look={{ variant: 'plain', size: 's' }}
        title="不同意变更？"
        thing={thing}
        consequence="不作任何变更，请求就此结束。"
        confirmLabel="不同意"
        fields={fields}
        asks={[reason]}
        danger
      />
      <ActConfirm
        act={acts.grant}
        label="同意变更"
        look={{ variant: 'primary', size: 's' }}
        title="同意变更？"
        thing={`${view.enterpriseName}　${thing}`}
        consequence={FOLLOWS[view.kind]}
        confirmLabel="同意变更"
        fields={{ ...fields, reason: '' }}
      />
    </Row>
  );
}

function Take({ act, id, label }: { act: Act; id: string; label: string }) {
  const [state, submit] = useActionState(act, IDLE);
  return (
    <form action={submit}>
      {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
      <input type="hidden" name="id" value={id} />
      <SubmitButton size="s" pendingLabel="正在领取">
        {label}
      </SubmitButton>
    </form>
  );
}
