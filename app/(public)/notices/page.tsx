import type { Metadata } from 'next';
import { PastList } from '@/components/notice/past-list';
import { NoticeBoard } from '@/components/portal/notice-board';
import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { runningNotices } from '@/lib/notice/board-queries';
import { pastNotices } from '@/lib/notice/queries';
import { page } from '@/lib/runtime/page';

export const metadata: Metadata = { title: '通知公示' };

const RUNNING_MOST = 100;
const PAST_MOST = 100;

export default page({ who: 'public' }, async ({ ctx }) => {
  const [running, past] = await Promise.all([runningNotices(ctx, RUNNING_MOST), pastNotices(ctx, PAST_MOST)]);
  return (
    <>
      <PageHead breadcrumb={[{ label: '首页', href: paths.home() }, { label: '通知公示' }]} title="通知公示" />
      <Stack gap={6}>
        <Card
          title="正在公示"
          flush
          foot={
            <>
              对名单有异议，请在公示期内署名提出。
              <Anchor href={`${paths.help()}#objection`}>怎样提出异议</Anchor>
            </>
          }
        >
          <NoticeBoard notices={running} />
        </Card>
        <Card title="往期公示" aside="公示结束后不再显示名单内容" flush>
          <PastList notices={past} />
        </Card>
      </Stack>
    </>
  );
});
