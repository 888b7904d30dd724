import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { approve } from '@/lib/review/commands/approve';
import { claim } from '@/lib/review/commands/claim';
import { reject } from '@/lib/review/commands/decide-final';
import { pass, proposeRejection } from '@/lib/review/commands/decide-first';
import { addComment, decideTalent, lookAt } from '@/lib/review/commands/note';
import { returnCase } from '@/lib/review/commands/return-case';
import { caseView } from '@/lib/review/queries';
import { done } from '@/__tests__/builders/disbursement';

type Reviewer = Context<StaffActor>;

/** Takes a case and looks at all of it. */
async function takeAndLook(ctx: Reviewer, applicationId: string) {
  done('claim', await claim(ctx, { applicationId }));
  const view = await caseView(ctx, applicationId);
  if (!view) throw new Error(`no case ${applicationId}`);
  done('lookAt', await lookAt(ctx, { applicationId, parts: [...view.parts] }));
  return view;
}

/** 初审通过, every talent supported. */
export async function passed(first: Reviewer, applicationId: string): Promise<void> {
  const view = await takeAndLook(first, applicationId);
  for (const talent of view.snapshot.talents) {
    done(
      'decideTalent',
      await decideTalent(first, { applicationId, talentId: talent.id, supported: true, reason: null }),
    );
  }
  done('pass', await pass(first, { applicationId }));
}

/** 审核通过 by somebody else. */
export async function approved(first: Reviewer, final: Reviewer, applicationId: string): Promise<void> {
  await passed(first, applicationId);
  await takeAndLook(final, applicationId);
  done('approve', await approve(final, { applicationId }));
}

/** 不予支持, by two people. */
export async function rejected(first: Reviewer, final: Reviewer, applicationId: string, reason: string): Promise<void> {
  const view = await takeAndLook(first, applicationId);
  for (const talent of view.snapshot.talents) {
    done('decideTalent', await decideTalent(first, { applicationId, talentId: talent.id, supported: false, reason }));
  }
  done('proposeRejection', await proposeRejection(first, { applicationId, reason }));
  await takeAndLook(final, applicationId);
  done('reject', await reject(final, { applicationId, reason }));
}

/** 退回 with a comment on the first talent's contract and one on its labour contract paper. */
export async function returned(first: Reviewer, applicationId: string): Promise<void> {
  const view = await takeAndLook(first, applicationId);
  const [talent] = view.snapshot.talents;
  if (!talent) throw new Error('a case without a talent');
  const comments = [
    { target: `talent:${talent.id}:contractTo`, text: '合同结束日期与劳动合同不一致，请核对后更正。' },
    { target: `attachment:labourContract:${talent.id}`, text: '劳动合同第 3 页不清晰，请重新上传。' },
  ];
  for (const comment of comments) done('addComment', await addComment(first, { applicationId, ...comment }));
  done('returnCase', await returnCase(first, { applicationId }));
}
