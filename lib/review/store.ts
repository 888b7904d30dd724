import 'server-only';
import type { ReviewOutcome, ReviewStage } from '@/prisma/generated/client';
import { parseSnapshot, type SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { KeptRegion } from '@/lib/files/rules/region';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';

const CLAIMED = ['FIRST_REVIEW', 'FINAL_REVIEW'] as const;
const AT_ONCE = 200;

/** The case as the commands of the review see it. */
export const caseForReview = (db: Db, id: string) => db.application.findUnique({ where: { id } });

export type CaseForReview = NonNullable<Awaited<ReturnType<typeof caseForReview>>>;

/** Everybody who decided any version of this case at the first stage: none of them may be final for it. */
export async function firstStageDeciders(db: Db, applicationId: string): Promise<string[]> {
  const [reviews, decisions] = await Promise.all([
    db.review.findMany({
      where: { applicationId, stage: 'FIRST', outcome: { in: ['PASSED', 'RETURNED', 'PROPOSED_REJECTION'] } },
      select: { reviewerId: true },
    }),
    db.talentDecision.findMany({ where: { applicationId, stage: 'FIRST' }, select: { reviewerId: true } }),
  ]);
  return [...new Set([...reviews, ...decisions].map((row) => row.reviewerId))];
}

/** Who refused this case at the final stage: 复核 is done by somebody else. */
export async function refusersOf(db: Db, applicationId: string): Promise<string[]> {
  const rows = await db.review.findMany({
    where: { applicationId, stage: 'FINAL', outcome: 'REJECTED' },
    select: { reviewerId: true },
  });
  return rows.map((row) => row.reviewerId);
}

/** Everybody who may not be final for this case (any more). */
export async function barredFromFinal(db: Db, applicationId: string): Promise<string[]> {
  const [first, refused] = await Promise.all([firstStageDeciders(db, applicationId), refusersOf(db, applicationId)]);
  return [...first, ...refused];
}

/** Begins one hold of a submission. What this reviewer looked at in an earlier hold of the same one still counts. */
export async function openReview(
  db: Db,
  row: { applicationId: string; submissionNumber: number; stage: ReviewStage; reviewerId: string; startedAt: Date },
): Promise<void> {
  const { applicationId, submissionNumber, stage, reviewerId } = row;
  const before = await db.review.findMany({
    where: { applicationId, submissionNumber, stage, reviewerId },
    select: { looked: true },
  });
  const looked = [...new Set(before.flatMap((one) => one.looked))];
  await db.review.create({ data: { id: newId(), ...row, looked } });
}

export const reviewAtHand = (db: Db, applicationId: string) =>
  db.review.findFirst({ where: { applicationId, endedAt: null } });

export async function closeReview(
  db: Db,
  applicationId: string,
  outcome: ReviewOutcome,
  at: Date,
  note?: string,
): Promise<void> {
  await db.review.updateMany({
    where: { applicationId, endedAt: null },
    data: { endedAt: at, outcome, note: note ?? null },
  });
}

/** Shows that the reviewer is still at it; answers false when the claim is not theirs any more. */
export async function touchClaim(db: Db, applicationId: string, reviewerId: string, at: Date): Promise<boolean> {
  const { count } = await db.application.updateMany({
    where: { id: applicationId, claimedById: reviewerId, status: { in: [...CLAIMED] } },
    data: { claimSeenAt: at },
  });
  return count > 0;
}

export async function addLooked(
  db: Db,
  applicationId: string,
  reviewerId: string,
  parts: readonly string[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE review SET looked = (SELECT array_agg(DISTINCT part) FROM unnest(looked || ${[...parts]}::text[]) AS part)
    WHERE application_id = ${applicationId}::uuid AND reviewer_id = ${reviewerId}::uuid AND ended_at IS NULL`;
}

/** Claims whose last sign of life lies at `before` or earlier, or whose reviewer was disabled. */
export async function lapsedClaims(db: Db, before: Date) {
  const disabled = await db.staffUser.findMany({ where: { status: 'DISABLED' }, select: { id: true } });
  return db.application.findMany({
    where: {
      status: { in: [...CLAIMED] },
      OR: [{ claimSeenAt: { lte: before } }, { claimedById: { in: disabled.map((one) => one.id) } }],
    },
    select: { id: true, status: true, version: true, claimedById: true },
    take: AT_ONCE,
  });
}

/** The frozen picture that is judged. Throws when it is missing, which is a bug. */
export async function submissionOf(db: Db, applicationId: string, number: number): Promise<SubmissionSnapshot> {
  return (await submissionRow(db, applicationId, number)).snapshot;
}

/** The same with its id, under which its sealed answers are kept. */
export async function submissionRow(
  db: Db,
  applicationId: string,
  number: number,
): Promise<{ id: string; snapshot: SubmissionSnapshot }> {
  const row = await db.submission.findUniqueOrThrow({
    where: { applicationId_number: { applicationId, number } },
    select: { id: true, snapshot: true },
  });
  return { id: row.id, snapshot: parseSnapshot(row.snapshot) };
}

export type DecisionRow = { readonly talentId: string; readonly supported: boolean; readonly reason: string | null };

export const decisionsOf = (
  db: Db,
  applicationId: string,
  submissionNumber: number,
  stage: ReviewStage,
): Promise<DecisionRow[]> =>
  db.talentDecision.findMany({
    where: { applicationId, submissionNumber, stage },
    select: { talentId: true, supported: true, reason: true },
  });

export async function putDecision(
  db: Db,
  row: {
    applicationId: string;
    talentId: string;
    submissionNumber: number;
    stage: ReviewStage;
    reviewerId: string;
    supported: boolean;
    reason: string | null;
    decidedAt: Date;
  },
): Promise<void> {
  const { talentId, submissionNumber, stage, reviewerId, supported, reason, decidedAt } = row;
  await db.talentDecision.upsert({
    where: { talentId_submissionNumber_stage: { talentId, submissionNumber, stage } },
    create: { id: newId(), ...row },
    update: { reviewerId, supported, reason, decidedAt },
  });
}

export const openComments = (db: Db, applicationId: string, submissionNumber: number) =>
  db.reviewComment.findMany({
    where: { applicationId, submissionNumber, withdrawnAt: null, sentAt: null },
    orderBy: { id: 'asc' },
  });

export async function insertComment(
  db: Db,
  row: {
    applicationId: string;
    submissionNumber: number;
    stage: ReviewStage;
    reviewerId: string;
    target: string;
    text: string;
    region?: KeptRegion;
    createdAt: Date;
  },
): Promise<string> {
  const id = newId();
  await db.reviewComment.create({ data: { id, ...row } });
  return id;
}

/** Takes back a comment of this case that was not sent yet. */
export async function withdrawComment(db: Db, id: string, applicationId: string, at: Date): Promise<boolean> {
  const { count } = await db.reviewComment.updateMany({
    where: { id, applicationId, sentAt: null, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count > 0;
}

export async function sendComments(db: Db, applicationId: string, submissionNumber: number, at: Date): Promise<void> {
  await db.reviewComment.updateMany({
    where: { applicationId, submissionNumber, withdrawnAt: null, sentAt: null },
    data: { sentAt: at },
  });
}
