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
  /** Of 密码重置, by the second officer. */
  readonly confirm: Act;
  readonly refuseProposed: Act;
  readonly recheck: Act;
};

const FOLLOWS: Readonly<Record<ChangeKind, string>> = {
  ADMINISTRATOR: 'admin 归新管理员使用，初始密码发到新手机；原管理员立即退出登录，并收到短信。',
  ENTERPRISE_INFO: '登记信息立即更新并留下历史。以后开具的文书用新的内容。',
  PASSWORD_RESET: '初始密码发到登记的手机，72 小时有效；该账号在各处的登录立即退出。',
};

const REASON = { name: 'reason', label: '原因', hint: '申报单位会看到', kind: 'text' } as const;

/** What may be done with a request now. */
export function RequestActs({ view, acts }: { view: DeskRequest; acts: RequestActions }) {
  if (view.status === 'RECEIVED') return <Take act={acts.take} id={view.id} label="开始核对" />;
  if (view.status === 'PROPOSED') return <SecondActs view={view} acts={acts} />;
  if (view.status !== 'IN_CHECK') return null;
  if (!view.taken?.mine) return <Take act={acts.take} id={view.id} label="接手核对" />;
  const isReset = view.kind === 'PASSWORD_RESET';
  const shared = { thing: thingOf(view), fields: { id: view.id } };
  return (
    <Row gap={2}>
      {!isReset && (
        <ActConfirm
          {...shared}
          act={acts.giveBack}
          label="退回补正"
          look={{ variant: 'plain', size: 's' }}
          title="退回补正？"
          consequence="申报单位补正后，在同一份请求中重新提交。"
          confirmLabel="退回补正"
          asks={[REASON]}
        />
      )}
      <Refuse view={view} act={acts.refuse} />
      {!isReset && (
        <ActConfirm
          {...shared}
          act={acts.grant}
          label="同意变更"
          look={{ variant: 'primary', size: 's' }}
          title="同意变更？"
          thing={`${view.enterpriseName}　${shared.thing}`}
          consequence={FOLLOWS[view.kind]}
          confirmLabel="同意变更"
          fields={{ ...shared.fields, reason: '' }}
        />
      )}
    </Row>
  );
}

/** A checked 密码重置: another officer confirms it; whoever proposed it can only take it back. */
function SecondActs({ view, acts }: { view: DeskRequest; acts: RequestActions }) {
  const isMine = view.reset?.proposed?.mine ?? true;
  const shared = { thing: thingOf(view), fields: { id: view.id } };
  const label = isMine ? '撤回提请' : '退回重新核实';
  return (
    <Row gap={2}>
      <ActConfirm
        {...shared}
        act={acts.recheck}
        label={label}
        look={{ variant: 'plain', size: 's' }}
        title={`${label}？`}
        consequence="回到核对中。核实记录保留，须重新核实后再提请。"
        undoUntil="重新核实后可以再次提请复核。"
        confirmLabel={label}
        asks={[{ ...REASON, hint: '写入经过，供核实人查看' }]}
      />
      {!isMine && <Refuse view={view} act={acts.refuseProposed} />}
      {!isMine && (
        <ActConfirm
          {...shared}
          act={acts.confirm}
          label="复核通过"
          look={{ variant: 'primary', size: 's' }}
          title="复核通过，重置密码？"
          thing={`${view.enterpriseName}　${shared.thing}`}
          consequence={FOLLOWS.PASSWORD_RESET}
          confirmLabel="复核通过"
        />
      )}
    </Row>
  );
}

function Refuse({ view, act }: { view: DeskRequest; act: Act }) {
  return (
    <ActConfirm
      act={act}
      label="不同意"
      look={{ variant: 'plain', size: 's' }}
      title={view.kind === 'PASSWORD_RESET' ? '不同意重置？' : '不同意变更？'}
      thing={thingOf(view)}
      consequence="不作任何变更，请求就此结束。"
      confirmLabel="不同意"
      fields={{ id: view.id }}
      asks={[REASON]}
      danger
    />
  );
}

const thingOf = (view: DeskRequest) => `${CHANGE_KIND_WORDS[view.kind]}　${view.number}`;

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
