'use client';

import { useActionState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Money } from '@/components/ui/money';
import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

type Act = (before: ActionState, form: FormData) => Promise<ActionState>;

export type NoticeToPublish = {
  readonly id: string;
  readonly title: string;
  readonly workingDays: number;
  readonly endsOn: ShanghaiDay;
  readonly enterprises: number;
  readonly talents: number;
  readonly totalFen: number;
  readonly cases: number;
};

const refusalOf = (state: ActionState) =>
  state.status === 'refused' ? `${state.explained.title}：${state.explained.why}` : undefined;

/** 发布公示: says who is named to everybody, and until which day. */
export function PublishNotice({ notice, action }: { notice: NoticeToPublish; action: Act }) {
  const [state, run] = useActionState(action, IDLE);
  return (
    <ConfirmDialog
      label="发布公示"
      look={{ variant: 'primary' }}
      title="发布公示？"
      thing={notice.title}
      amount={<Money fen={notice.totalFen} />}
      consequence={
        <>
          <p>
            {notice.enterprises} 家单位和 {notice.talents} 名人才（姓名已隐去）立即对公众可见，并通知各申报单位。
          </p>
          <p>
            公示 {notice.workingDays} 个工作日，{formatDay(notice.endsOn)} 24:00 自动结束，{notice.cases}{' '}
            件申请转入待拨付。
          </p>
        </>
      }
      confirmLabel="发布公示"
      action={run}
      fields={{ noticeId: notice.id }}
      error={refusalOf(state)}
    />
  );
}

/** 删除名单: only while it was not published. */
export function DiscardNotice({ id, title, action }: { id: string; title: string; action: Act }) {
  const [state, run] = useActionState(action, IDLE);
  return (
    <ConfirmDialog
      label="删除名单"
      look={{ variant: 'plain' }}
      title="删除未发布的名单？"
      thing={title}
      consequence="名单中的申请回到待公示，可以重新拟定。"
      undoUntil="重新拟定即可恢复。"
      confirmLabel="删除名单"
      danger
      action={run}
      fields={{ noticeId: id }}
      error={refusalOf(state)}
    />
  );
}
