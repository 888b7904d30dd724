import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StaffHead } from '@/components/frame/staff-frame';
import { HowToObject } from '@/components/notice/how-to-object';
import { NoticeCases } from '@/components/notice/notice-cases';
import { DiscardNotice, PublishNotice } from '@/components/notice/notice-acts';
import { SheetTable } from '@/components/notice/sheet-table';
import { SheetWords } from '@/components/notice/sheet-words';
import { Breadcrumb } from '@/components/ui/page-head';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { may } from '@/lib/access/authorise';
import { paths } from '@/lib/kernel/paths';
import { noticeForStaff, type NoticeForStaff } from '@/lib/notice/queries';
import { NOTICE_STATUS } from '@/lib/notice/rules/labels';
import { periodWords } from '@/lib/notice/rules/views';
import { page } from '@/lib/runtime/page';
import { discardNoticeAction, publishNoticeAction } from '../actions';

export const metadata: Metadata = { title: '公示名单' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'notice.read', params, at: ({ id }) => paths.staffNotice(id) },
  async ({ ctx, params: { id } }) => {
    const notice = await noticeForStaff(ctx, id);
    if (!notice) notFound();
    const { sheet } = notice;
    const { word, tone, icon } = NOTICE_STATUS[notice.status];
    const mayMake = may(ctx.actor, 'notice.make');
    const mayPublish = may(ctx.actor, 'notice.publish');
    return (
      <>
        <Breadcrumb items={[{ label: '公示', href: paths.staffNotices() }, { label: notice.number }]} />
        <StaffHead
          title={sheet.title}
          note={
            <Status tone={tone} icon={icon}>
              {word}
            </Status>
          }
          actions={
            notice.endsOnIfPublished ? (
              <>
                {mayMake && <DiscardNotice id={id} title={sheet.title} action={discardNoticeAction} />}
                {mayPublish && (
                  <PublishNotice
                    action={publishNoticeAction}
                    notice={{ ...toPublish(notice), id, endsOn: notice.endsOnIfPublished }}
                  />
                )}
              </>
            ) : (
              notice.status === 'PUBLISHED' && <LinkButton href={paths.notice(notice.number)}>查看公开页面</LinkButton>
            )
          }
        />
        <Stack gap={4}>
          <Banner notice={notice} />
          <Columns
            sideLabel="名单中的申请"
            main={
              <Stack gap={4}>
                <SheetWords sheet={sheet} />
                <Card title="拟补贴名单" aside="公众看到的内容" flush>
                  <SheetTable sheet={sheet} />
                </Card>
              </Stack>
            }
            side={
              <Stack gap={4}>
                <NoticeCases cases={notice.cases} />
                <HowToObject sheet={sheet} />
              </Stack>
            }
          />
        </Stack>
      </>
    );
  },
);

function toPublish({ sheet, workingDays, enterprises, talents, totalFen, cases }: NoticeForStaff) {
  return { title: sheet.title, workingDays, enterprises, talents, totalFen, cases: cases.length };
}

function Banner({ notice }: { notice: NoticeForStaff }) {
  const { status, period, endsOnIfPublished, sheet } = notice;
  if (endsOnIfPublished) {
    return (
      <Notice tone="amber" title="未发布，公众还看不到">
        现在发布，公示期为 {periodWords(sheet.period)} 24:00。
      </Notice>
    );
  }
  if (!period) return null;
  return status === 'PUBLISHED' ? (
    <Notice tone="blue" title={`公示中，${period.left}`}>
      {periodWords(period)} 24:00，期满自动结束。
    </Notice>
  ) : (
    <Notice tone="neutral" title={status === 'WITHDRAWN' ? '已撤下' : '公示已结束'}>
      {periodWords(period)}，公开页面不再显示名单内容。
    </Notice>
  );
}
