'use client';

import { Money } from '@/components/ui/money';
import { formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { ActConfirm, type Act } from '../disbursement/act-confirm';

export type NoticeToPublish = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly workingDays: number;
  readonly endsOn: ShanghaiDay;
  readonly enterprises: number;
  readonly talents: number;
  readonly totalFen: number;
  readonly cases: number;
};

/** 提请发布: the list goes to somebody else, who looks at it and confirms. */
export function ProposeNotice({ notice, action }: { notice: NoticeToPublish; action: Act }) {
  return (
    <ActConfirm
      act={action}
      label="提请发布"
      look={{ variant: 'primary' }}
      title="提请复审发布？"
      thing={notice.title}
      amount={<Money fen={notice.totalFen} />}
      consequence={`${notice.enterprises} 家单位、${notice.talents} 名人才。复审人员核对后发布；在此之前仍可修改，修改后须重新提请。`}
      confirmLabel="提请发布"
      fields={{ noticeId: notice.id }}
    />
  );
}

/** 发布公示: says who is named to everybody, and until which day. */
export function PublishNotice({ notice, action }: { notice: NoticeToPublish; action: Act }) {
  return (
    <ActConfirm
      act={action}
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
      fields={{ noticeId: notice.id, version: String(notice.version) }}
    />
  );
}

/** 删除名单: only while it was not published. */
export function DiscardNotice({ id, title, action }: { id: string; title: string; action: Act }) {
  return (
    <ActConfirm
      act={action}
      label="删除名单"
      look={{ variant: 'plain' }}
      title="删除未发布的名单？"
      thing={title}
      consequence="名单中的申请回到待公示，可以重新拟定。"
      undoUntil="重新拟定即可恢复。"
      confirmLabel="删除名单"
      danger
      fields={{ noticeId: id }}
    />
  );
}
