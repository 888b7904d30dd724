import { z } from 'zod';
import { CaseActs } from '@/components/case/case-acts';
import { CaseAmount, CaseContent } from '@/components/case/case-content';
import { CaseSide } from '@/components/case/case-side';
import { lookOf } from '@/components/case/my-case-table';
import { Anchor } from '@/components/ui/anchor';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { NumberedList } from '@/components/ui/item-list';
import { Columns } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Status } from '@/components/ui/status';
import { Timeline } from '@/components/ui/timeline';
import { caseStatus, type CaseStatusView } from '@/lib/application/case-queries';
import { PUBLIC_STATUS } from '@/lib/application/rules/labels';
import { hrefOfPart, parsePart } from '@/lib/application/rules/part-keys';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { takeBackAction, withdrawAction } from './actions';

export const metadata = { title: '申请进度' };

const params = z.object({ applicationId: z.uuid() });

export default page(
  { who: 'enterprise', params, at: ({ applicationId }) => paths.application(applicationId) },
  async ({ ctx, params: { applicationId }, search }) => {
    const [view, { support }] = await Promise.all([caseStatus(ctx, applicationId), siteData()]);
    return (
      <>
        <PageHead
          breadcrumb={[{ label: '补贴申请', href: paths.applications() }, { label: view.number ?? '草稿' }]}
          title={view.programme.name}
          status={
            <Status look="large" {...lookOf(view.status)}>
              {PUBLIC_STATUS[view.status].word}
            </Status>
          }
          meta={metaOf(view)}
          aside={<Acts view={view} />}
        />
        {search.moved ? (
          <Notice tone="blue" title="情况已更新">
            本申请目前不能编辑，这里是它的最新状态。
          </Notice>
        ) : null}
        <Columns
          sideLabel="接下来"
          main={<Main view={view} />}
          side={
            <CaseSide
              next={view.next}
              today={shanghaiDayOf(ctx.now)}
              programmeCode={view.programme.code}
              support={support}
            />
          }
        />
      </>
    );
  },
);

function metaOf({ number, programme, submissionCount, submittedAt }: CaseStatusView): string {
  const parts = [number ? `受理编号 ${number}` : '尚未提交', `${programme.year} 年度`];
  if (submittedAt) parts.push(`第 ${submissionCount} 次提交于 ${formatDayTime(submittedAt)}`);
  return parts.join('　');
}

function Acts({ view }: { view: CaseStatusView }) {
  const { id, status, claimed } = view;
  if (status === 'DRAFT') {
    return (
      <LinkButton href={paths.edit(id, 'enterprise')} variant="primary">
        继续填写
      </LinkButton>
    );
  }
  const isFree = status === 'SUBMITTED' && !claimed;
  return (
    <CaseActs
      applicationId={id}
      thing={`${view.programme.name} ${view.number ?? ''}`}
      takeBack={isFree ? takeBackAction : null}
      withdraw={isFree || status === 'RETURNED' ? withdrawAction : null}
    />
  );
}

function Main({ view }: { view: CaseStatusView }) {
  return (
    <>
      {view.status === 'RETURNED' ? <Returned view={view} /> : null}
      {view.decisionReason ? (
        <Notice tone="red" title="不予支持的理由">
          {view.decisionReason}
        </Notice>
      ) : null}
      {view.notice ? (
        <Notice
          tone="blue"
          icon="megaphone"
          title="公示"
          actions={<Anchor href={paths.notice(view.notice.id)}>查看公示</Anchor>}
        >
          {view.notice.endsOn ? `公示期至 ${formatDay(view.notice.endsOn)} 24:00。` : null}
        </Notice>
      ) : null}
      {view.disbursementId ? (
        <Notice
          tone="blue"
          icon="wallet"
          title="人才资金拨付申请"
          actions={<LinkButton href={paths.disbursement(view.disbursementId)}>查看资金事项</LinkButton>}
        >
          本申请已进入资金拨付。
        </Notice>
      ) : null}
      <Card title="办理进度">
        <Timeline
          items={view.timeline.map((event) => ({
            at: formatDayTime(event.at),
            dateTime: event.at.toISOString(),
            title: event.word,
            by: event.by,
            note: event.note,
          }))}
        />
      </Card>
      {view.snapshot ? <CaseAmount snapshot={view.snapshot} approvedFen={view.approvedFen} /> : null}
      {view.snapshot ? <CaseContent snapshot={view.snapshot} config={view.config} /> : null}
    </>
  );
}

/** The reviewer's words, each a way to the place that they are about. */
function Returned({ view }: { view: CaseStatusView }) {
  const first = view.comments[0];
  const hrefOf = (part: string) => hrefOfPart(view.id, parsePart(part) ?? { kind: 'whole' });
  return (
    <Card
      tone="amber"
      title={`审核意见，共 ${view.comments.length} 条`}
      aside={
        <LinkButton href={first ? hrefOf(first.part) : paths.edit(view.id, 'enterprise')} variant="primary">
          按意见修改
        </LinkButton>
      }
    >
      <NumberedList
        items={view.comments.map((comment) => ({
          key: comment.id,
          title: <Anchor href={hrefOf(comment.part)}>{comment.label}</Anchor>,
          note: comment.text,
        }))}
      />
    </Card>
  );
}
