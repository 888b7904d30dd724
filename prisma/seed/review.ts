import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { reject } from '@/lib/review/commands/decide-final';
import { proposeRejection } from '@/lib/review/commands/decide-first';
import { decideTalent } from '@/lib/review/commands/note';
import { done } from '@/__tests__/builders/disbursement';
import { approveFinal, passFirst, returnWith, takeAndLook } from '@/__tests__/builders/review';

type Reviewer = Context<StaffActor>;

/** 审核通过 by somebody else. */
export async function approved(first: Reviewer, final: Reviewer, applicationId: string): Promise<void> {
  await passFirst(first, applicationId);
  await approveFinal(final, applicationId);
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
  const talent = await first.db.talent.findFirst({
    where: { applicationId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  if (!talent) throw new Error('a case without a talent');
  const comments = [
    { target: `talent:${talent.id}:contractTo`, text: '合同结束日期与劳动合同不一致，请核对后更正。' },
    { target: `attachment:labourContract:${talent.id}`, text: '劳动合同第 3 页不清晰，请重新上传。' },
  ];
  await returnWith(first, applicationId, comments);
}
