import 'server-only';
import type { QueueFacts } from '@/lib/application/rules/queue-facts';
import { parseSnapshot, type SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { Db } from '@/lib/db/client';

const IN_REVIEW = ['SUBMITTED', 'FIRST_REVIEW', 'AWAITING_FINAL', 'FINAL_REVIEW'] as const;

export const casesForQueue = (db: Db, ids: readonly string[]) =>
  db.application.findMany({
    where: { id: { in: [...ids] }, status: { in: [...IN_REVIEW] } },
    include: { enterprise: { select: { uscc: true } } },
  });

export type CaseForQueue = Awaited<ReturnType<typeof casesForQueue>>[number];

/** The programme versions that some case in review is pinned to: few, whatever the number of cases. */
export async function versionsInReview(db: Db): Promise<string[]> {
  const rows = await db.application.groupBy({
    by: ['programmeVersionId'],
    where: { status: { in: [...IN_REVIEW] } },
  });
  return rows.map(({ programmeVersionId }) => programmeVersionId);
}

/** The present submission of each case, by the case's id. */
export async function submissionsOf(
  db: Db,
  cases: readonly { id: string; submissionCount: number }[],
): Promise<Map<string, SubmissionSnapshot>> {
  const rows = await db.submission.findMany({
    where: { OR: cases.map(({ id, submissionCount }) => ({ applicationId: id, number: submissionCount })) },
    select: { applicationId: true, snapshot: true },
  });
  return new Map(rows.map(({ applicationId, snapshot }) => [applicationId, parseSnapshot(snapshot)]));
}

export type Person = { readonly displayName: string; readonly isActive: boolean };

export async function staffByIds(db: Db, ids: readonly (string | null)[]): Promise<Map<string, Person>> {
  const rows = await db.staffUser.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, displayName: true, status: true },
  });
  return new Map(rows.map(({ id, displayName, status }) => [id, { displayName, isActive: status === 'ACTIVE' }]));
}

/** Which of these cases this person decided at the first stage, in any version. */
export async function decidedAtFirst(db: Db, applicationIds: readonly string[], staffId: string): Promise<Set<string>> {
  const where = { applicationId: { in: [...applicationIds] }, stage: 'FIRST' as const, reviewerId: staffId };
  const [reviews, decisions] = await Promise.all([
    db.review.findMany({
      where: { ...where, outcome: { in: ['PASSED', 'RETURNED', 'PROPOSED_REJECTION'] } },
      select: { applicationId: true },
    }),
    db.talentDecision.findMany({ where, select: { applicationId: true } }),
  ]);
  return new Set([...reviews, ...decisions].map(({ applicationId }) => applicationId));
}

/** The newest hold of a case, whether it has ended or not. */
export const lastReview = (db: Db, applicationId: string) =>
  db.review.findFirst({
    where: { applicationId },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: { reviewerId: true, submissionNumber: true, endedAt: true, outcome: true, looked: true },
  });

/** Which of these cases this person refused at the final stage. */
export async function refusedBefore(db: Db, applicationIds: readonly string[], staffId: string): Promise<Set<string>> {
  const rows = await db.review.findMany({
    where: { applicationId: { in: [...applicationIds] }, stage: 'FINAL', outcome: 'REJECTED', reviewerId: staffId },
    select: { applicationId: true },
  });
  return new Set(rows.map(({ applicationId }) => applicationId));
}

const WITHOUT_STATUS = [
  ...['review.handOver', 'review.askOpinion', 'review.answerOpinion'],
  ...['application.askExtension', 'application.refuseExtension'],
];

/** What happened to a case, oldest first: every change of its status and what was asked and answered, with notes. */
export const changesOfStatus = (db: Db, applicationId: string) =>
  db.auditEntry.findMany({
    where: {
      ...{ subjectKind: 'application', subjectId: applicationId },
      OR: [{ fromStatus: { not: null } }, { action: { in: WITHOUT_STATUS } }],
    },
    orderBy: { sequence: 'asc' },
    select: { at: true, word: true, actorKind: true, actorLabel: true, detail: true, toStatus: true },
  });

export const caseForReading = (db: Db, id: string) =>
  db.application.findUnique({
    where: { id },
    include: { enterprise: { select: { id: true, name: true, uscc: true } } },
  });

export type CaseForReading = NonNullable<Awaited<ReturnType<typeof caseForReading>>>;

export const commentsOf = (db: Db, applicationId: string) =>
  db.reviewComment.findMany({ where: { applicationId, withdrawnAt: null }, orderBy: { id: 'asc' } });

export type CommentRow = Awaited<ReturnType<typeof commentsOf>>[number];

/** When a case came to its present stage: handed in, passed on, sent back or appealed. */
export async function arrivedAt(
  db: Db,
  { id, submittedAt, appealedAt }: Pick<CaseForReading, 'id' | 'submittedAt' | 'appealedAt'>,
): Promise<Date | null> {
  const { _max: last } = await db.review.aggregate({
    where: { applicationId: id, outcome: { in: ['PASSED', 'PROPOSED_REJECTION', 'SENT_BACK'] } },
    _max: { endedAt: true },
  });
  const instants = [submittedAt, appealedAt, last.endedAt].flatMap((at) => (at ? [at.getTime()] : []));
  return instants.length > 0 ? new Date(Math.max(...instants)) : null;
}

/** How many other cases the enterprise ever handed in. */
export const otherCasesOf = (db: Db, { id, enterpriseId }: Pick<CaseForReading, 'id' | 'enterpriseId'>) =>
  db.application.count({ where: { enterpriseId, submissionCount: { gt: 0 }, NOT: { id } } });

/** What the log says of the last approval of a case. */
export async function approvalDetail(db: Db, applicationId: string): Promise<unknown> {
  const row = await db.auditEntry.findFirst({
    where: { subjectKind: 'application', subjectId: applicationId, action: 'application.approve' },
    orderBy: { sequence: 'desc' },
    select: { detail: true },
  });
  return row?.detail ?? null;
}

/** Cases in review without what the queue filters by: handed in before that was kept. */
export const casesWithoutFacts = (db: Db, take: number) =>
  db.application.findMany({
    where: { status: { in: [...IN_REVIEW] }, checkTone: null },
    select: { id: true, submissionCount: true, programmeVersionId: true, firstSubmittedAt: true },
    take,
  });

export async function putFacts(
  db: Db,
  { id, submissionCount }: { readonly id: string; readonly submissionCount: number },
  facts: QueueFacts,
): Promise<void> {
  await db.application.updateMany({ where: { id, submissionCount }, data: facts });
}
