import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { Result } from '@/lib/kernel/result';
import { makeNotice } from '@/lib/notice/commands/make-notice';
import { proposeNotice } from '@/lib/notice/commands/propose-notice';
import { publishNotice } from '@/lib/notice/commands/publish-notice';
import { approve } from '@/lib/review/commands/approve';
import { claim } from '@/lib/review/commands/claim';
import { reject, sendBack } from '@/lib/review/commands/decide-final';
import { pass, proposeRejection } from '@/lib/review/commands/decide-first';
import { addComment, decideTalent, lookAt } from '@/lib/review/commands/note';
import { returnCase } from '@/lib/review/commands/return-case';
import { caseView } from '@/lib/review/queries';
import type { CaseView } from '@/lib/review/rules/case-view';

type Reviewer = Context<StaffActor>;

/** A talent of the list by its place, from 0, who is not supported, and why. */
export type Unsupported = { readonly index: number; readonly reason: string };

/** Claims a case and looks at every part of it. */
export async function takeAndLook(ctx: Reviewer, applicationId: string): Promise<CaseView> {
  must('claim', await claim(ctx, { applicationId }));
  const view = await caseView(ctx, applicationId);
  if (!view) throw new Error(`no case ${applicationId}`);
  must('lookAt', await lookAt(ctx, { applicationId, parts: [...view.parts] }));
  return view;
}

/** 初审通过: every talent supported but those named. */
export async function passFirst(
  first: Reviewer,
  applicationId: string,
  unsupported: readonly Unsupported[] = [],
): Promise<void> {
  const { snapshot } = await takeAndLook(first, applicationId);
  for (const [index, { id: talentId }] of snapshot.talents.entries()) {
    const reason = unsupported.find((one) => one.index === index)?.reason ?? null;
    const decision = { applicationId, talentId, supported: reason === null, reason };
    must('decideTalent', await decideTalent(first, decision));
  }
  must('pass', await pass(first, { applicationId }));
}

/** 审核通过 of a case that somebody else passed; answers the amount in fen. */
export async function approveFinal(final: Reviewer, applicationId: string): Promise<number> {
  await takeAndLook(final, applicationId);
  return must('approve', await approve(final, { applicationId })).approvedFen;
}

/** 退回 with these comments; answers the last day for handing in again. */
export async function returnWith(
  reviewer: Reviewer,
  applicationId: string,
  comments: readonly { readonly target: string; readonly text: string }[],
): Promise<string> {
  await takeAndLook(reviewer, applicationId);
  for (const comment of comments) must('addComment', await addComment(reviewer, { applicationId, ...comment }));
  return must('returnCase', await returnCase(reviewer, { applicationId })).deadline;
}

/** 不予支持 by two people: proposed at the first stage, decided at the final one. */
export async function refuseByTwo(
  first: Reviewer,
  final: Reviewer,
  applicationId: string,
  reason: string,
): Promise<void> {
  await takeAndLook(first, applicationId);
  must('proposeRejection', await proposeRejection(first, { applicationId, reason }));
  await takeAndLook(final, applicationId);
  must('reject', await reject(final, { applicationId, reason }));
}

/** 退回初审 of a case that was passed. */
export async function sendBackToFirst(final: Reviewer, applicationId: string, reason: string): Promise<void> {
  await takeAndLook(final, applicationId);
  must('sendBack', await sendBack(final, { applicationId, reason }));
}

/** 拟定、提请、发布 by two people: one notice of these approved cases, public from `final.now` on; answers its id. */
export async function publishAll(
  { notice, final }: { readonly notice: Reviewer; readonly final: Reviewer },
  applicationIds: readonly string[],
): Promise<string> {
  const { id } = must('makeNotice', await makeNotice(notice, { applicationIds: [...applicationIds] }));
  must('proposeNotice', await proposeNotice(notice, { noticeId: id }));
  must('publishNotice', await publishNotice(final, { noticeId: id }));
  return id;
}

function must<T>(act: string, result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`${act} was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
