import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StaffHead } from '@/components/frame/staff-frame';
import { HowToObject } from '@/components/notice/how-to-object';
import { NoticeCases } from '@/components/notice/notice-cases';
import { AddCases } from '@/components/notice/add-cases';
import { DiscardNotice, ProposeNotice, PublishNotice } from '@/components/notice/notice-acts';
import { SnapshotCard } from '@/components/notice/snapshot-card';
import { DecideWithdrawal, ProposeWithdrawal } from '@/components/notice/withdrawal-acts';
import { SheetTable } from '@/components/notice/sheet-table';
import { SheetWords } from '@/components/notice/sheet-words';
import { Breadcrumb } from '@/components/ui/page-head';
import { Anchor } from '@/components/ui/anchor';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { may } from '@/lib/access/authorise';
import { paths } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { noticeForStaff, type NoticeForStaff } from '@/lib/notice/queries';
import { NOTICE_STATUS } from '@/lib/notice/rules/labels';
import { periodWords } from '@/lib/notice/rules/views';
import { page } from '@/lib/runtime/page';
import { noticeSnapshots } from '@/lib/notice/snapshot-queries';
import { objectionsAgainst } from '@/lib/objection/queries';
import {
  addToNoticeAction,
  confirmWithdrawalAction,
  discardNoticeAction,
  dropWithdrawalAction,
  proposeNoticeAction,
  proposeWithdrawalAction,
  publishNoticeAction,
  removeFromNoticeAction,
} from '../actions';

export const metadata: Metadata = { title: '公示名单' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'notice.read', params, at: ({ id }) => paths.staffNotice(id) },
  async ({ ctx, params: { id } }) => {
    const notice = await noticeForStaff(ctx, id);
    if (!notice) notFound();
    const [snapshots, objections] = await Promise.all([noticeSnapshots(ctx, id), objectionsAgainst(ctx, id)]);
    const { sheet } = notice;
    const { word, tone, icon } = NOTICE_STATUS[notice.status];
    const mayMake = may(ctx.actor, 'notice.make');
    const isDraft = notice.status === 'DRAFT';
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
          actions={<Acts notice={notice} mayMake={mayMake} />}
        />
        <Stack gap={4}>
          <Banner notice={notice} />
          {objections.all > 0 && may(ctx.actor, 'objection.read') && (
            <Notice
              tone={objections.open > 0 ? 'amber' : 'neutral'}
              title={`收到异议 ${objections.all} 件，${objections.open} 件未办结`}
            >
              <Anchor href={paths.staffObjections()}>查看异议</Anchor>
            </Notice>
          )}
          <Columns
            sideLabel="名单中的申请"
            main={
              <Stack gap={4}>
                <SheetWords sheet={sheet} />
                <Card title="拟补贴名单" aside="公众看到的内容" flush>
                  <SheetTable sheet={sheet} />
                </Card>
                {!isDraft && <SnapshotCard {...snapshots} />}
              </Stack>
            }
            side={
              <Stack gap={4}>
                <NoticeCases
                  cases={notice.cases}
                  noticeId={id}
                  remove={isDraft && mayMake ? removeFromNoticeAction : undefined}
                />
                {isDraft && mayMake && <AddCases noticeId={id} cases={notice.addable} action={addToNoticeAction} />}
                <HowToObject sheet={sheet} />
              </Stack>
            }
          />
        </Stack>
      </>
    );
  },
);

function toPublish(notice: NoticeForStaff, endsOn: ShanghaiDay) {
  const { id, version, sheet, workingDays, enterprises, talents, totalFen, cases } = notice;
  return { id, version, endsOn, title: sheet.title, workingDays, enterprises, talents, totalFen, cases: cases.length };
}

/** What this person may do with the list as it stands. */
function Acts({ notice, mayMake }: { notice: NoticeForStaff; mayMake: boolean }) {
  const { id, sheet, waitsFor, endsOnIfPublished: endsOn } = notice;
  if (endsOn) {
    const draft = toPublish(notice, endsOn);
    return (
      <>
        {mayMake && <DiscardNotice id={id} title={sheet.title} action={discardNoticeAction} />}
        {mayMake && waitsFor === null && <ProposeNotice notice={draft} action={proposeNoticeAction} />}
        {waitsFor && notice.mayConfirmPublishing && <PublishNotice notice={draft} action={publishNoticeAction} />}
      </>
    );
  }
  if (notice.status !== 'PUBLISHED') return null;
  const running = { id, title: sheet.title, cases: notice.cases.length };
  return (
    <>
      {mayMake && waitsFor === null && <ProposeWithdrawal notice={running} action={proposeWithdrawalAction} />}
      {waitsFor && (mayMake || notice.mayConfirmWithdrawing) && (
        <DecideWithdrawal
          notice={running}
          mayConfirm={notice.mayConfirmWithdrawing}
          confirm={confirmWithdrawalAction}
          drop={dropWithdrawalAction}
        />
      )}
      <LinkButton href={paths.notice(notice.number)}>查看公开页面</LinkButton>
    </>
  );
}

function Banner({ notice }: { notice: NoticeForStaff }) {
  const { status, period, endsOnIfPublished, sheet } = notice;
  if (endsOnIfPublished) {
    return (
      <Notice
        tone="amber"
        title={
          notice.waitsFor ? '已提请发布，等待复审确认，公众还看不到' : '未发布，公众还看不到。拟定完成后请提请发布'
        }
      >
        {notice.waitsFor && !notice.mayConfirmPublishing && '拟定和提请的人不能确认。'}现在发布，公示期为{' '}
        {periodWords(sheet.period)} 24:00。
      </Notice>
    );
  }
  if (!period) return null;
  if (notice.waitsFor) {
    return (
      <Notice tone="amber" title="已提请撤下，等待复审确认">
        理由：{notice.withdrawReason}。确认前名单照常公示。
      </Notice>
    );
  }
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
