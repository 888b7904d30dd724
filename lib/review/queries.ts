import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { award, type Award } from '@/lib/application/rules/award';
import { changesBetween, type Change } from '@/lib/application/rules/changes';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { programmeConfigSchema, type ProgrammeConfig } from '@/lib/programme/rules/config';
import { grantedElsewhere, grantedSoFar, personOf } from './award-store';
import { reviewerNames } from './queue-queries';
import { preChecks, type PreCheck } from './rules/checks';
import type { ReviewStage } from './rules/labels';
import { claimUntil } from './rules/lease';
import { partsToLook } from './rules/parts';
import * as store from './store';

export type CommentView = {
  readonly id: string;
  readonly target: string;
  readonly text: string;
  readonly stage: ReviewStage;
  readonly submission: number;
  readonly at: Date;
  readonly sent: boolean;
  readonly mine: boolean;
};

export type CaseView = {
  readonly id: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly stage: ReviewStage | null;
  readonly enterprise: { readonly id: string; readonly name: string; readonly uscc: string };
  readonly submission: number;
  readonly submittedAt: Date | null;
  readonly snapshot: SubmissionSnapshot;
  readonly config: ProgrammeConfig;
  readonly changes: readonly Change[];
  readonly checks: Readonly<Record<string, readonly PreCheck[]>>;
  /** Talent id → number of the other case in which this person was granted. */
  readonly grantedElsewhere: Readonly<Record<string, string>>;
  readonly decisions: Readonly<Record<string, { supported: boolean; reason: string | null; stage: ReviewStage }>>;
  readonly comments: readonly CommentView[];
  readonly parts: readonly string[];
  readonly looked: readonly string[];
  readonly claim: { readonly mine: boolean; readonly name: string; readonly until: Date } | null;
  /** Whether this person may take the case at its present stage, and why not. */
  readonly mayClaim: boolean;
  readonly isFirstReviewer: boolean;
  readonly proposedRejection: string | null;
  readonly award: Award;
  readonly approvedFen: number | null;
  readonly otherCases: number;
  readonly timeline: readonly {
    readonly at: Date;
    readonly word: string;
    readonly by: string;
    readonly note: string | null;
  }[];
};

/** The case on one screen, or null when there is none that was ever submitted. */
export async function caseView(ctx: Context<StaffActor>, id: string): Promise<CaseView | null> {
  const row = await ctx.db.application.findUnique({
    where: { id },
    include: { enterprise: { select: { id: true, name: true, uscc: true } }, programmeVersion: true },
  });
  if (!row || row.submissionCount === 0) return null;
  authorise(ctx.actor, 'application.read', row);
  const number = row.submissionCount;
  const config = programmeConfigSchema.parse(row.programmeVersion.config);
  const [snapshot, previous, first, final, comments, review, names, deciders, usedFen, timeline, otherCases] =
    await Promise.all([
      store.submissionOf(ctx.db, id, number),
      number > 1 ? store.submissionOf(ctx.db, id, number - 1) : null,
      store.decisionsOf(ctx.db, id, number, 'FIRST'),
      store.decisionsOf(ctx.db, id, number, 'FINAL'),
      ctx.db.reviewComment.findMany({ where: { applicationId: id, withdrawnAt: null }, orderBy: { id: 'asc' } }),
      store.reviewAtHand(ctx.db, id),
      reviewerNames(ctx, [row.claimedById]),
      store.firstStageDeciders(ctx.db, id),
      grantedSoFar(ctx.db, { enterpriseId: row.enterpriseId, programmeId: row.programmeId, year: row.programmeYear }),
      timelineOf(ctx, id),
      ctx.db.application.count({ where: { enterpriseId: row.enterpriseId, submissionCount: { gt: 0 }, NOT: { id } } }),
    ]);
  const stage = stageOf(row.status);
  const decisions = Object.fromEntries([
    ...first.map((one) => [one.talentId, { ...one, stage: 'FIRST' as const }] as const),
    ...final.map((one) => [one.talentId, { ...one, stage: 'FINAL' as const }] as const),
  ]);
  const appliedOn = shanghaiDayOf(row.firstSubmittedAt ?? ctx.now);
  return {
    id,
    number: row.number ?? '',
    status: row.status,
    stage,
    enterprise: row.enterprise,
    submission: number,
    submittedAt: row.submittedAt,
    snapshot,
    config,
    changes: previous ? changesBetween(previous, snapshot, config) : [],
    checks: Object.fromEntries(snapshot.talents.map((talent) => [talent.id, preChecks(talent, config, appliedOn)])),
    grantedElsewhere: await personsElsewhere(ctx, row.programmeId, id, snapshot),
    decisions,
    comments: comments.map((one) => ({
      id: one.id,
      target: one.target,
      text: one.text,
      stage: one.stage,
      submission: one.submissionNumber,
      at: one.createdAt,
      sent: one.sentAt !== null,
      mine: one.reviewerId === ctx.actor.id,
    })),
    parts: partsToLook(snapshot, config),
    looked: review?.looked ?? [],
    claim:
      row.claimedById && row.claimSeenAt
        ? {
            mine: row.claimedById === ctx.actor.id,
            name: names.get(row.claimedById) ?? '',
            until: claimUntil(row.claimSeenAt),
          }
        : null,
    mayClaim: mayClaim(ctx, row, deciders),
    isFirstReviewer: deciders.includes(ctx.actor.id),
    proposedRejection: row.proposedRejection ? (row.decisionReason ?? '') : null,
    award: awardOf(
      snapshot,
      decisions,
      config.yearlyCapFen,
      row.approvedFen === null ? usedFen : usedFen - Number(row.approvedFen),
    ),
    approvedFen: row.approvedFen === null ? null : Number(row.approvedFen),
    otherCases,
    timeline,
  };
}

function stageOf(status: ApplicationStatus): ReviewStage | null {
  if (status === 'SUBMITTED' || status === 'FIRST_REVIEW') return 'FIRST';
  return status === 'AWAITING_FINAL' || status === 'FINAL_REVIEW' ? 'FINAL' : null;
}

function mayClaim(
  ctx: Context<StaffActor>,
  row: { status: ApplicationStatus; claimedById: string | null; reservedForId: string | null },
  deciders: readonly string[],
): boolean {
  if (row.claimedById || (row.reservedForId && row.reservedForId !== ctx.actor.id)) return false;
  if (row.status === 'SUBMITTED') return ctx.actor.roles.includes('FIRST_REVIEWER');
  return (
    row.status === 'AWAITING_FINAL' && ctx.actor.roles.includes('FINAL_REVIEWER') && !deciders.includes(ctx.actor.id)
  );
}

/** As it would be granted if it were decided now; talents that are not decided yet do not count. */
function awardOf(
  snapshot: SubmissionSnapshot,
  decisions: Readonly<Record<string, { supported: boolean }>>,
  capFen: number,
  usedFen: number,
): Award {
  const lines = snapshot.talents.map(({ id, name, categoryLabel, standardFen }) => ({
    talentId: id,
    name,
    categoryLabel,
    standardFen,
    supported: decisions[id]?.supported ?? false,
  }));
  return award(lines, capFen, usedFen);
}

async function personsElsewhere(
  ctx: Context,
  programmeId: string,
  applicationId: string,
  snapshot: SubmissionSnapshot,
): Promise<Record<string, string>> {
  const persons = new Map<string, string>();
  for (const talent of snapshot.talents) persons.set(await personOf(ctx, talent), talent.id);
  const found = await grantedElsewhere(ctx.db, programmeId, [...persons.keys()], applicationId);
  return Object.fromEntries([...found].map(([person, number]) => [persons.get(person) ?? '', number]));
}

async function timelineOf(ctx: Context, id: string): Promise<CaseView['timeline']> {
  const rows = await ctx.db.auditEntry.findMany({
    where: { subjectKind: 'application', subjectId: id, fromStatus: { not: null } },
    orderBy: { at: 'asc' },
    select: { at: true, word: true, actorKind: true, actorLabel: true, detail: true },
  });
  return rows.map((row) => {
    const detail = row.detail as { reason?: string; note?: string };
    return {
      at: row.at,
      word: row.word,
      by: row.actorKind === 'enterprise' ? '申报单位' : row.actorLabel,
      note: detail.reason ?? detail.note ?? null,
    };
  });
}
