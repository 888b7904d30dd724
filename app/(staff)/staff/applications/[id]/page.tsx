import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { CaseFolder } from '@/components/review/case-folder';
import { CaseDesk } from '@/components/review/case-desk';
import { conversationOf } from '@/lib/conversation/queries';
import { caseLetters } from '@/lib/letter/queries';
import { paths } from '@/lib/kernel/paths';
import { caseView } from '@/lib/review/queries';
import { deskView } from '@/lib/review/rules/desk-view';
import { page } from '@/lib/runtime/page';
import * as actions from './actions';

export const metadata: Metadata = { title: '审核' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', params, at: ({ id }) => paths.staffApplication(id) },
  async ({ ctx, params: { id }, search }) => {
    const found = await caseView(ctx, id);
    if (!found) notFound();
    const [letters, conversation] = await Promise.all([caseLetters(ctx, id), conversationOf(ctx, id)]);
    const folder = (
      <CaseFolder
        letters={letters}
        conversation={{
          view: conversation,
          messageKey: crypto.randomUUID(),
          write: actions.writeMessageAction,
          read: actions.readMessagesCall,
        }}
        startsOpen={search.open === 'messages'}
      />
    );
    return <CaseDesk view={deskView(found)} acts={acts} startAt={search.part} folder={folder} />;
  },
);

const acts = {
  claim: actions.claimCase,
  release: actions.releaseCase,
  renew: actions.renewCase,
  next: actions.claimNextCase,
  watch: actions.watchWho,
  handOver: actions.handOverCase,
  askOpinion: actions.askColleague,
  answerOpinion: actions.answerColleague,
  withdrawOpinion: actions.withdrawQuestion,
  lookAt: actions.lookAtParts,
  decide: actions.decideOnTalent,
  comment: actions.pinComment,
  markPlace: actions.rememberPlace,
  uncomment: actions.takeBackComment,
  reveal: actions.revealAnswer,
  giveBack: actions.returnToEnterprise,
  pass: actions.passOn,
  proposeRejection: actions.proposeRefusal,
  approve: actions.approveCase,
  reject: actions.rejectCase,
  sendBack: actions.sendBackToFirst,
};
