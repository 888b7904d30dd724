import type { Metadata } from 'next';
import { StaffHead } from '@/components/frame/staff-frame';
import { ChooseCases } from '@/components/notice/choose-cases';
import { NoticeList } from '@/components/notice/notice-list';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { may } from '@/lib/access/authorise';
import { paths } from '@/lib/kernel/paths';
import { noticeDesk } from '@/lib/notice/queries';
import { page } from '@/lib/runtime/page';
import { makeNoticeAction } from './actions';

export const metadata: Metadata = { title: '公示' };

export default page({ who: 'staff', may: 'notice.read', at: () => paths.staffNotices() }, async ({ ctx }) => {
  const { groups, notices } = await noticeDesk(ctx);
  const waiting = groups.reduce((sum, { cases }) => sum + cases.length, 0);
  const action = may(ctx.actor, 'notice.make') ? makeNoticeAction : undefined;
  return (
    <>
      <StaffHead
        title="公示"
        note={`${waiting} 件待公示，${notices.drafts.length} 份未发布，${notices.running.length} 份公示中`}
      />
      <Stack gap={6}>
        {groups.map((group) => (
          <ChooseCases
            key={`${group.key} ${group.cases.map(({ number }) => number).join()}`}
            group={group}
            action={action}
          />
        ))}
        {groups.length === 0 && (
          <Card title="待公示" flush>
            <EmptyState icon="inbox" title="没有待公示的申请" why="复审通过的申请会出现在这里。" />
          </Card>
        )}
        {notices.drafts.length > 0 && (
          <Card title="未发布的名单" flush>
            <NoticeList caption="未发布的名单" notices={notices.drafts} emptyTitle="" emptyWhy="" />
          </Card>
        )}
        <Card title="公示中" flush>
          <NoticeList
            caption="公示中的名单"
            notices={notices.running}
            emptyTitle="没有公示中的名单"
            emptyWhy="发布后在这里查看剩余天数。"
          />
        </Card>
        <Card title="已结束" flush>
          <NoticeList
            caption="已结束的名单"
            notices={notices.ended}
            emptyTitle="还没有结束的公示"
            emptyWhy="公示期满后自动结束。"
          />
        </Card>
      </Stack>
    </>
  );
});
