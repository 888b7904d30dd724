import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { authorise } from '@/lib/access/authorise';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { formatDay, shanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { caseHead, ownRow, returnComments, type CaseHead, type ReturnComment } from './queries';
import { appealDeadline, extensionDeadline, isPastDay, reviewDueOn } from './rules/deadlines';
import type { DraftRow } from './draft-store';
import type { ExtensionStatus } from './rules/extension-states';
import { extensionOf } from './remedy-store';
import { parseSnapshot, type SubmissionSnapshot } from './rules/snapshot';
import type { ApplicationStatus } from './rules/states';
import { whatNext, type WhatNext } from './rules/what-next';
import { liveDisbursementOf, myRows, noticeOfCase, submissionsOf, timelineRows } from './case-store';

export type MyCase = {
  readonly id: string;
  readonly number: string | null;
  readonly programme: string;
  readonly year: number;
  readonly status: ApplicationStatus;
  readonly talentCount: number;
  readonly amountFen: number;
  readonly updatedAt: Date;
  readonly next: WhatNext | null;
};

/** Every case of the enterprise, the ones last moved first; deleted drafts are left out. */
export async function myApplications(ctx: Context<EnterpriseActor>): Promise<MyCase[]> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const rows = await myRows(ctx.db, ctx.actor.enterpriseId);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    programme: row.programme.name,
    year: row.programmeYear,
    status: row.status,
    talentCount: row._count.talents,
    amountFen: Number(row.approvedFen ?? row.expectedFen),
    updatedAt: row.updatedAt,
    next: whatNext({
      status: row.status,
      holdReason: row.holdSince ? row.holdReason : null,
      returnDeadline: row.returnDeadline ? shanghaiDay(row.returnDeadline) : null,
      commentCount: 0,
      ...remedyDays(row, row.extension !== null, ctx.now),
    }),
  }));
}

type Remediable = Pick<DraftRow, 'status' | 'decidedAt' | 'appealedAt' | 'returnDeadline'>;

/** Until when 复核 or an extension can still be asked for. */
function remedyDays(row: Remediable, isExtensionAsked: boolean, now: Date) {
  const open = (day: ShanghaiDay) => (isPastDay(day, now) ? null : day);
  const { status, decidedAt, appealedAt, returnDeadline } = row;
  return {
    appealDeadline:
      status === 'REJECTED' && decidedAt && !appealedAt ? open(appealDeadline(decidedAt, chineseCalendar).day) : null,
    extensionUntil:
      status === 'EXPIRED' && returnDeadline && !isExtensionAsked
        ? open(extensionDeadline(shanghaiDay(returnDeadline)))
        : null,
  };
}

/** What the enterprise may still ask for, and what it asked for. */
export type Remedies = {
  readonly appealUntil: ShanghaiDay | null;
  readonly appealedAt: Date | null;
  readonly extensionUntil: ShanghaiDay | null;
  readonly extension: {
    readonly status: ExtensionStatus;
    readonly askedAt: Date;
    readonly reason: string;
    readonly answer: string | null;
  } | null;
};

function remedies(row: Remediable, extension: Remedies['extension'], now: Date): { remedies: Remedies } {
  const days = remedyDays(row, extension !== null, now);
  const { appealedAt } = row;
  return {
    remedies: { appealUntil: days.appealDeadline, appealedAt, extensionUntil: days.extensionUntil, extension },
  };
}

export type CaseEvent = { readonly at: Date; readonly word: string; readonly by: string; readonly note: string | null };

export type CaseStatusView = CaseHead & {
  readonly status: ApplicationStatus;
  readonly claimed: boolean;
  readonly approvedFen: number | null;
  readonly decisionReason: string | null;
  readonly submittedAt: Date | null;
  readonly next: WhatNext | null;
  readonly comments: readonly ReturnComment[];
  readonly timeline: readonly CaseEvent[];
  readonly submissions: readonly { readonly number: number; readonly at: Date }[];
  /** What was handed in last, and the configuration that it is read back by; null before the first submission. */
  readonly snapshot: SubmissionSnapshot | null;
  readonly config: ProgrammeConfig;
  readonly awardLines: unknown;
  readonly notice: { readonly id: string; readonly endsOn: ShanghaiDay | null } | null;
  readonly disbursementId: string | null;
  readonly remedies: Remedies;
};

/** One's own case with where it stands, what comes next and by when, and what happened. */
export async function caseStatus(ctx: Context<EnterpriseActor>, id: string): Promise<CaseStatusView> {
  const row = await ownRow(ctx, id);
  const { config } = await versionById(ctx, row.programmeVersionId);
  const [head, comments, events, submissions, notice, disbursementId, extension] = await Promise.all([
    caseHead(ctx, row),
    returnComments(ctx, row, config),
    timelineRows(ctx.db, id),
    submissionsOf(ctx.db, id),
    noticeOfCase(ctx.db, id),
    liveDisbursementOf(ctx.db, id),
    extensionOf(ctx.db, id),
  ]);
  const [last] = submissions;
  const stage = row.status === 'AWAITING_FINAL' || row.status === 'FINAL_REVIEW' ? 'FINAL' : 'FIRST';
  return {
    ...head,
    status: row.status,
    claimed: row.claimedThisVersion,
    approvedFen: row.approvedFen === null ? null : Number(row.approvedFen),
    decisionReason: row.status === 'REJECTED' ? row.decisionReason : null,
    submittedAt: row.submittedAt,
    next: whatNext({
      status: row.status,
      holdReason: head.holdReason,
      closesOn: head.window.closesOn,
      isWindowClosed: head.window.state === 'closed',
      returnDeadline: head.returnDeadline,
      commentCount: row.status === 'RETURNED' ? comments.length : 0,
      reviewDueOn: row.submittedAt ? reviewDueOn(row.submittedAt, stage, config, chineseCalendar).day : null,
      noticeEndsOn: notice?.endsOn ? shanghaiDay(notice.endsOn) : null,
      disbursementWaitsForYou: true,
      ...remedyDays(row, extension !== null, ctx.now),
    }),
    ...remedies(row, extension, ctx.now),
    comments: row.status === 'RETURNED' ? comments : [],
    timeline: events.map(({ at, word, actorKind, detail }) => ({
      at,
      word,
      by: BY[actorKind] ?? '系统',
      note: noteOf(detail),
    })),
    submissions: submissions.map(({ number, submittedAt }) => ({ number, at: submittedAt })),
    snapshot: last ? parseSnapshot(last.snapshot) : null,
    config,
    awardLines: row.awardLines,
    notice: notice ? { id: notice.id, endsOn: notice.endsOn ? shanghaiDay(notice.endsOn) : null } : null,
    disbursementId,
  };
}

/** The role, never a person's name. */
const BY: Readonly<Record<string, string>> = {
  enterprise: '申报单位',
  staff: '业务人员',
  phone: '申报单位',
  system: '系统',
};

function noteOf(detail: unknown): string | null {
  const { reason, deadline } = (detail ?? {}) as { reason?: unknown; deadline?: unknown };
  if (typeof reason === 'string') return reason;
  return typeof deadline === 'string' ? `截止 ${formatDay(shanghaiDay(deadline))} 24:00` : null;
}
