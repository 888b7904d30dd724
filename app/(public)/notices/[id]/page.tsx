import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { HowToObject } from '@/components/notice/how-to-object';
import { SheetTable } from '@/components/notice/sheet-table';
import { SheetWords } from '@/components/notice/sheet-words';
import { PrintButton } from '@/components/portal/print-button';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns, NotPrinted, Stack } from '@/components/ui/layout';
import { HeadFigure, PageHead } from '@/components/ui/page-head';
import { Status } from '@/components/ui/status';
import { StatePage } from '@/components/ui/state-page';
import { formatMoney } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { publicNotice } from '@/lib/notice/queries';
import { NOTICE_NUMBER } from '@/lib/notice/rules/titles';
import { periodWords } from '@/lib/notice/rules/views';
import { page } from '@/lib/runtime/page';

// Names are taken down with the last day; no copy may stay with a search engine.
export const metadata: Metadata = {
  title: '公示',
  robots: { index: false, follow: false, nocache: true, noarchive: true, nosnippet: true },
};

const params = z.object({ id: z.string().regex(NOTICE_NUMBER) });

export default page({ who: 'public', params }, async ({ ctx, params: { id: number } }) => {
  const notice = await publicNotice(ctx, number);
  if (!notice) notFound();
  const { title, period, sheet } = notice;
  const breadcrumb = [
    { label: '首页', href: paths.home() },
    { label: '通知公示', href: paths.notices() },
    { label: number },
  ];
  if (!sheet) {
    return (
      <>
        <PageHead breadcrumb={breadcrumb} title={title} meta={<span>公示期 {periodWords(period)}</span>} />
        <StatePage
          icon="megaphone"
          tone="neutral"
          title={notice.isWithdrawn ? '本名单已撤下' : '公示已结束'}
          actions={<LinkButton href={paths.notices()}>查看正在公示的名单</LinkButton>}
        >
          {notice.isWithdrawn ? '更正后的名单重新公示。' : '为保护个人信息，公示结束后不再显示名单内容。'}
        </StatePage>
      </>
    );
  }
  return (
    <>
      <PageHead
        breadcrumb={breadcrumb}
        title={title}
        status={
          <Status tone="blue" icon="megaphone">
            公示中
          </Status>
        }
        meta={
          <>
            <span>{periodWords(period)}</span>
            <span>{period.left}</span>
          </>
        }
        aside={
          <HeadFigure figure={formatMoney(sheet.totalFen)} note={`${sheet.enterprises} 家，${sheet.talents} 人`} />
        }
      />
      <Columns
        sideLabel="怎样提出异议"
        main={
          <Stack gap={4}>
            <SheetWords sheet={sheet} />
            <Card
              title="拟补贴名单"
              flush
              aside={
                <NotPrinted>
                  <PrintButton>打印</PrintButton>
                </NotPrinted>
              }
            >
              <SheetTable sheet={sheet} />
            </Card>
          </Stack>
        }
        side={<HowToObject sheet={sheet} objectHref={paths.object(number)} />}
      />
    </>
  );
});
