import { z } from 'zod';
import { CaseBanner, CasePlaces } from '@/components/application/status/case-banner';
import { CaseAmount } from '@/components/application/status/case-amount';
import { CaseComments } from '@/components/application/status/case-comments';
import { CaseHelp, CaseHistory, CaseVersions } from '@/components/application/status/case-history';
import { CaseNext } from '@/components/application/status/case-next';
import { CaseTalents } from '@/components/application/status/case-talents';
import { CasePace } from '@/components/application/status/case-pace';
import { AppealCard, ExtensionCard } from '@/components/application/status/remedy-cards';
import { DraftActs, DraftGone } from '@/components/application/status/draft-acts';
import { DraftProgress } from '@/components/application/status/draft-progress';
import { SubmissionReading } from '@/components/application/status/submission-reading';
import { NewerVersionNotice } from '@/components/application/version/newer-version-notice';
import { CaseActs } from '@/components/case/case-acts';
import { CaseContent } from '@/components/case/case-content';
import { Conversation } from '@/components/conversation/conversation';
import { LetterList } from '@/components/letter/letter-list';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Status } from '@/components/ui/status';
import { caseStatus, type CaseStatusView } from '@/lib/application/case-queries';
import { draftForEdit } from '@/lib/application/queries';
import { conversationOf } from '@/lib/conversation/queries';
import { caseLetters } from '@/lib/letter/queries';
import { paceOfCase } from '@/lib/review/pace-queries';
import { PUBLIC_STATUS } from '@/lib/application/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import {
  appealAction,
  askExtensionAction,
  discardAction,
  readMessagesCall,
  restoreAction,
  takeBackAction,
  withdrawAction,
  writeMessageAction,
} from './actions';

export const metadata = { title: '申请进度' };

const params = z.object({ applicationId: z.uuid() });

export default page(
  { who: 'enterprise', params, at: ({ applicationId }) => paths.application(applicationId) },
  async ({ ctx, params: { applicationId }, search }) => {
    const [view, { support }, after] = await Promise.all([
      caseStatus(ctx, applicationId),
      siteData(),
      afterSubmitting(ctx, applicationId),
    ]);
    const today = shanghaiDayOf(ctx.now);
    if (view.isDiscarded) return <DraftGone applicationId={view.id} restore={restoreAction} />;
    const mayAct = ctx.actor.role !== 'ADMIN' && !ctx.actor.frozen;
    return (
      <>
        <Head view={view} mayAct={mayAct} />
        <CaseBanner
          view={view}
          today={today}
          hasMoved={search.moved !== undefined}
          isJustSubmitted={search.submitted !== undefined}
        />
        <Columns
          sideLabel="接下来与办理进程"
          main={
            view.status === 'DRAFT' ? await draftParts(ctx, view) : <Main view={view} after={after} mayAct={mayAct} />
          }
          side={
            <>
              <CaseNext view={view} />
              {REVIEWED.has(view.status) && <CasePace lines={after.pace} />}
              {after.letters.length > 0 && (
                <Card title="文书" aside={`${after.letters.length} 份`} flush>
                  <LetterList letters={after.letters} />
                </Card>
              )}
              <CaseHistory view={view} />
              <CaseVersions view={view} />
              <CaseHelp guide={paths.guide(view.programme.code)} support={support} />
            </>
          }
        />
      </>
    );
  },
);

/** Where a measured duration is of use: while the office has the case, or will have it again. */
const REVIEWED = new Set(['SUBMITTED', 'FIRST_REVIEW', 'RETURNED', 'AWAITING_FINAL', 'FINAL_REVIEW']);

/** What the enterprise holds in its hands once it has handed in. */
async function afterSubmitting(ctx: Parameters<typeof draftForEdit>[0], applicationId: string) {
  const [letters, conversation, pace] = await Promise.all([
    caseLetters(ctx, applicationId),
    conversationOf(ctx, applicationId),
    paceOfCase(ctx, applicationId),
  ]);
  return { letters, conversation, pace };
}
type After = Awaited<ReturnType<typeof afterSubmitting>>;

function Head({ view, mayAct }: { view: CaseStatusView; mayAct: boolean }) {
  const { number, programme, status, submissionCount, submittedAt, snapshot } = view;
  return (
    <PageHead
      breadcrumb={[
        { label: '人才服务用户空间', href: paths.space() },
        { label: '补贴申请', href: paths.applications() },
        { label: number ?? '草稿' },
      ]}
      title={programme.name}
      status={
        <Status look="large" tone={PUBLIC_STATUS[status].tone} icon={PUBLIC_STATUS[status].icon}>
          {PUBLIC_STATUS[status].word}
        </Status>
      }
      meta={
        <>
          <span>{number ? `受理编号 ${number}` : '尚未提交'}</span>
          <span>{programme.year} 年度</span>
          {submittedAt && (
            <span>
              第 {submissionCount} 次提交 {formatDayTime(submittedAt)}
            </span>
          )}
          {snapshot && (
            <span>
              联系人 {snapshot.contact.name} {snapshot.contact.maskedMobile}
            </span>
          )}
        </>
      }
      aside={mayAct && <Acts view={view} />}
    />
  );
}

function Acts({ view }: { view: CaseStatusView }) {
  const { id, status, claimed, programme, number, window } = view;
  const thing = `${programme.name} ${number ?? ''}`;
  if (status === 'DRAFT') {
    const isOpen = window.state !== 'closed';
    return <DraftActs applicationId={id} thing={thing} isOpen={isOpen} discard={discardAction} />;
  }
  const isFree = status === 'SUBMITTED' && !claimed;
  return (
    <CaseActs
      applicationId={id}
      thing={thing}
      takeBack={isFree ? takeBackAction : null}
      withdraw={isFree || status === 'RETURNED' ? withdrawAction : null}
    />
  );
}

/** A draft as it stands: how far it is, and what is in it, which stays readable after the window closed. */
async function draftParts(ctx: Parameters<typeof draftForEdit>[0], { id }: CaseStatusView) {
  const { draft, config, isEditable, newer } = await draftForEdit(ctx, id);
  const enterprise = { name: ctx.actor.enterpriseName, uscc: ctx.actor.uscc };
  return (
    <>
      {newer && isEditable && <NewerVersionNotice applicationId={id} number={newer.number} />}
      <DraftProgress draft={draft} config={config} today={shanghaiDayOf(ctx.now)} isEditable={isEditable} />
      <SubmissionReading reading={{ ...draft, enterprise }} config={config} />
    </>
  );
}

const HINT = '业务人员会收到提醒，答复后通知联系人。需要更正申请内容的，请等候退回，或在审核开始前取回修改。';

function Main({ view, after, mayAct }: { view: CaseStatusView; after: After; mayAct: boolean }) {
  const { snapshot, config, remedies } = view;
  const thing = `${view.programme.name} ${view.number ?? ''}`;
  const { conversation } = after;
  // What was written stands above the case; an empty field waits below it.
  const messages = (
    <Card id="messages" title="留言" aside={conversation.unread > 0 && `${conversation.unread} 条未读`}>
      <Conversation
        view={conversation}
        messageKey={crypto.randomUUID()}
        write={writeMessageAction}
        read={readMessagesCall}
        hint={HINT}
        nothing="对办理情况有疑问的，可以在这里写给业务人员。"
      />
    </Card>
  );
  return (
    <>
      <CasePlaces view={view} />
      {view.status === 'EXPIRED' && (
        <ExtensionCard
          applicationId={view.id}
          thing={thing}
          remedies={remedies}
          act={mayAct ? askExtensionAction : null}
        />
      )}
      {(view.status === 'REJECTED' || remedies.appealedAt) && (
        <AppealCard applicationId={view.id} thing={thing} remedies={remedies} act={mayAct ? appealAction : null} />
      )}
      <CaseComments view={view} />
      {conversation.messages.length > 0 && messages}
      {snapshot && (
        <>
          <CaseTalents view={view} snapshot={snapshot} />
          {view.approvedFen === null && view.status !== 'REJECTED' && <CaseAmount snapshot={snapshot} />}
          {conversation.messages.length === 0 && conversation.isOpen && messages}
          <CaseContent snapshot={snapshot} config={config} />
        </>
      )}
    </>
  );
}
