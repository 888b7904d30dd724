import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { changesBetween } from '@/lib/application/rules/changes';
import { returnDeadline, reviewDueOn } from '@/lib/application/rules/deadlines';
import { keptRegion } from '@/lib/files/rules/region';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { awardOfCase, peopleOf } from './case-award';
import { placesOf } from './case-places';
import { standing } from './case-standing';
import { talkOn } from './case-talk';
import { elsewhere } from './elsewhere';
import * as reading from './reading-store';
import type { CaseView, CommentView, DecisionView, TimelineEntry } from './rules/case-view';
import { preChecks } from './rules/checks';
import { dueMark } from './rules/due';
import type { ReviewStage } from './rules/labels';
import { partsToLook } from './rules/parts';
import { stageOf } from './rules/stage';
import * as store from './store';

/** The case on one screen, or null when there is none that was ever submitted. */
export async function caseView(ctx: Context<StaffActor>, id: string): Promise<CaseView | null> {
  const row = await reading.caseForReading(ctx.db, id);
  if (!row || row.submissionCount === 0) return null;
  authorise(ctx.actor, 'application.read', row);
  const [{ config }, judged, whose] = await Promise.all([
    versionById(ctx, row.programmeVersionId),
    judgedSoFar(ctx, row),
    standing(ctx, row),
  ]);
  const { snapshot, decisions } = judged;
  const [award, people, talk, rest, others, places] = await Promise.all([
    awardOfCase(ctx, row, judged, config),
    peopleOf(ctx, row, judged),
    talkOn(ctx, row),
    around(ctx, row, judged, config),
    elsewhere(ctx, row, { snapshot, config }),
    placesOf(ctx, row.programmeId, { snapshot, config }),
  ]);
  const appliedOn = shanghaiDayOf(row.firstSubmittedAt ?? ctx.now);
  return {
    id,
    number: row.number ?? '',
    status: row.status,
    enterprise: { ...row.enterprise, name: snapshot.enterprise.name },
    submission: row.submissionCount,
    submittedAt: row.submittedAt,
    holdReason: row.holdSince ? (row.holdReason ?? '') : null,
    snapshot,
    config,
    decisions,
    checks: Object.fromEntries(snapshot.talents.map((talent) => [talent.id, preChecks(talent, config, appliedOn)])),
    appliedOn,
    elsewhere: others,
    places,
    ...people,
    parts: partsToLook(snapshot, config),
    ...whose,
    proposedRejection: row.proposedRejection ? (row.decisionReason ?? '') : null,
    appealReason: stageOf(row.status) === 'FINAL' ? row.appealReason : null,
    award,
    approvedFen: row.approvedFen === null ? null : Number(row.approvedFen),
    decisionReason: row.decisionReason,
    returnDeadline: row.status === 'RETURNED' ? row.returnDeadline : null,
    returnBy: returnDeadline(ctx.now, config, chineseCalendar),
    ...talk,
    ...rest,
  };
}

type JudgedSoFar = {
  readonly submissionId: string;
  readonly snapshot: CaseView['snapshot'];
  readonly decisions: Readonly<Record<string, DecisionView>>;
};

/** The present submission with what each stage decided of its talents; the final word wins. */
async function judgedSoFar(ctx: Context<StaffActor>, row: reading.CaseForReading): Promise<JudgedSoFar> {
  const [submission, first, final] = await Promise.all([
    store.submissionRow(ctx.db, row.id, row.submissionCount),
    store.decisionsOf(ctx.db, row.id, row.submissionCount, 'FIRST'),
    store.decisionsOf(ctx.db, row.id, row.submissionCount, 'FINAL'),
  ]);
  const byStage = (rows: readonly store.DecisionRow[], stage: ReviewStage) =>
    rows.map(({ talentId, supported, reason }) => [talentId, { supported, reason, stage }] as const);
  return {
    submissionId: submission.id,
    snapshot: submission.snapshot,
    decisions: Object.fromEntries([...byStage(first, 'FIRST'), ...byStage(final, 'FINAL')]),
  };
}

type Around = Pick<CaseView, 'changes' | 'previousFiles' | 'earlier' | 'comments' | 'due' | 'otherCases' | 'timeline'>;

/** What stands around the submission: the one before it, comments, the promised day, pictures and what happened. */
async function around(
  ctx: Context<StaffActor>,
  row: reading.CaseForReading,
  { snapshot }: JudgedSoFar,
  config: ProgrammeConfig,
): Promise<Around> {
  const number = row.submissionCount;
  const [previous, earlier, comments, since, otherCases, timeline] = await Promise.all([
    number > 1 ? store.submissionOf(ctx.db, row.id, number - 1) : null,
    store.decisionsOf(ctx.db, row.id, number - 1, 'FIRST'),
    reading.commentsOf(ctx.db, row.id),
    reading.arrivedAt(ctx.db, row),
    reading.otherCasesOf(ctx.db, row),
    timelineOf(ctx, row.id),
  ]);
  const stage = stageOf(row.status);
  const due = stage ? reviewDueOn(since ?? ctx.now, stage, config, chineseCalendar) : null;
  return {
    changes: previous ? changesBetween(previous, snapshot, config) : [],
    previousFiles: previous?.attachments ?? [],
    earlier: Object.fromEntries(earlier.map(({ talentId, supported }) => [talentId, supported])),
    comments: comments.map((one) => commentView(one, ctx.actor.id)),
    due: due && dueMark(due, shanghaiDayOf(ctx.now), chineseCalendar),
    otherCases,
    timeline,
  };
}

function commentView(row: reading.CommentRow, me: string): CommentView {
  const { id, target, text, region, stage, submissionNumber, createdAt, sentAt, reviewerId } = row;
  return {
    id,
    target,
    text,
    region: keptRegion(region),
    stage,
    submission: submissionNumber,
    at: createdAt,
    sent: sentAt !== null,
    mine: reviewerId === me,
  };
}

async function timelineOf(ctx: Context, id: string): Promise<TimelineEntry[]> {
  const rows = await reading.changesOfStatus(ctx.db, id);
  return rows.map(({ at, word, actorKind, actorLabel, detail }) => {
    const said = detail as { reason?: string; note?: string };
    const by = actorKind === 'enterprise' ? '申报单位' : actorKind === 'system' ? '系统' : actorLabel;
    return { at, word, by, note: said.reason ?? said.note ?? null };
  });
}
