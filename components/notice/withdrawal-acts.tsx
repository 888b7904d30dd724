'use client';

import { Row } from '@/components/ui/layout';
import { ActConfirm, type Act } from '../disbursement/act-confirm';

type Running = { readonly id: string; readonly title: string; readonly cases: number };

/** 提请撤下: why a list that hangs out must come down. */
export function ProposeWithdrawal({ notice, action }: { notice: Running; action: Act }) {
  return (
    <ActConfirm
      act={action}
      label="提请撤下"
      look={{ variant: 'plain' }}
      title="提请撤下公示？"
      thing={notice.title}
      consequence="由复审人员确认后撤下。确认前名单照常公示。"
      undoUntil="确认前可以撤回提请。"
      confirmLabel="提请撤下"
      fields={{ noticeId: notice.id }}
      asks={[{ name: 'reason', label: '撤下的理由', kind: 'text' }]}
    />
  );
}

type DecideProps = { notice: Running; mayConfirm: boolean; confirm: Act; drop: Act };

/** What is done about a proposal to take a list down: confirmed by somebody else, or not. */
export function DecideWithdrawal({ notice, mayConfirm, confirm, drop }: DecideProps) {
  const shared = { thing: notice.title, fields: { noticeId: notice.id } };
  return (
    <Row gap={2}>
      <ActConfirm
        {...shared}
        act={drop}
        label="不撤下"
        look={{ variant: 'plain' }}
        title="不撤下公示？"
        consequence="名单照常公示到期满。"
        confirmLabel="不撤下"
      />
      {mayConfirm && (
        <ActConfirm
          {...shared}
          act={confirm}
          label="确认撤下"
          look={{ variant: 'primary' }}
          title="撤下公示？"
          consequence={
            <>
              <p>名单立即从公开页面撤下，页面注明“已撤下”。</p>
              <p>{notice.cases} 件申请回到待公示。更正后的名单须重新公示满全部工作日。</p>
            </>
          }
          confirmLabel="确认撤下"
          danger
        />
      )}
    </Row>
  );
}
