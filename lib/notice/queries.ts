import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { sumFen } from '@/lib/kernel/fen';
import { shanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import { noticeLines } from './rules/lines';
import { periodOf, type CaseToPublish, type NoticeSummary, type ToPublish } from './rules/views';
import { sheetFor } from './sheet';
import * as store from './store';

/** What stands on the page of those who make notices: cases to put on a list, and every list by its state. */
export async function noticeDesk(
  ctx: Context<StaffActor>,
): Promise<{ groups: ToPublish[]; notices: Readonly<Record<'drafts' | 'running' | 'ended', NoticeSummary[]>> }> {
  authorise(ctx.actor, 'notice.read');
  const [cases, rows] = await Promise.all([store.approvedCases(ctx.db), store.recentNotices(ctx.db)]);
  const summaries = rows.map((row) => summaryOf(row, ctx.now));
  const inState = (...states: NoticeSummary['status'][]) => summaries.filter(({ status }) => states.includes(status));
  return {
    groups: await groupsOf(ctx, cases),
    notices: { drafts: inState('DRAFT'), running: inState('PUBLISHED'), ended: inState('ENDED', 'WITHDRAWN') },
  };
}

/** Cases of one programme and year belong on one list. */
async function groupsOf(ctx: Context, cases: readonly store.ApprovedCase[]): Promise<ToPublish[]> {
  const groups = new Map<string, ToPublish & { cases: CaseToPublish[] }>();
  for (const one of cases) {
    const key = `${one.programmeId} ${one.programmeYear}`;
    const group = groups.get(key) ?? {
      ...{ key, programmeName: one.programme.name, year: one.programmeYear, cases: [] },
      workingDays: (await versionById(ctx, one.programmeVersionId)).config.notice.workingDays,
    };
    group.cases.push(caseOf(one));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function caseOf(row: store.ApprovedCase): CaseToPublish {
  const lines = noticeLines({ ...row, enterpriseName: row.enterprise.name }, false);
  return {
    id: row.id,
    number: row.number ?? '',
    enterpriseName: row.enterprise.name,
    names: lines.map(({ shownName }) => shownName),
    amountFen: sumFen(lines.map(({ amountFen }) => amountFen)),
    decidedOn: shanghaiDayOf(row.decidedAt ?? row.updatedAt),
    holdReason: row.holdSince ? (row.holdReason ?? '') : null,
  };
}

function summaryOf(row: store.NoticeRow, now: Date): NoticeSummary {
  const standing = row.entries.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    period: row.startsOn && row.endsOn ? periodOf(row, now) : null,
    enterprises: new Set(standing.map(({ enterpriseName }) => enterpriseName)).size,
    talents: standing.length,
    totalFen: sumFen(standing.map(({ amountFen }) => Number(amountFen))),
    createdOn: shanghaiDayOf(row.createdAt),
    waitsFor:
      row.status === 'DRAFT' && row.proposedAt
        ? 'publishing'
        : row.status === 'PUBLISHED' && row.withdrawProposedAt
          ? 'withdrawing'
          : null,
  };
}

/** One list for staff: the sheet as the public sees it, and what publishing it now would mean. Null when there is none. */
export async function noticeForStaff(ctx: Context<StaffActor>, id: string) {
  authorise(ctx.actor, 'notice.read');
  const row = await store.noticeById(ctx.db, id);
  if (!row) return null;
  const [sheet, cases, addable] = await Promise.all([
    sheetFor(ctx, row),
    store.casesOfNotice(ctx.db, id),
    row.status === 'DRAFT' ? store.approvedCases(ctx.db, { of: row }) : [],
  ]);
  return {
    ...summaryOf({ ...row, title: sheet.title }, ctx.now),
    version: row.version,
    workingDays: sheet.workingDays,
    sheet,
    endsOnIfPublished: row.status === 'DRAFT' ? sheet.period.endsOn : null,
    cases: cases.map(({ id: caseId, number, status, holdSince }) => ({
      ...{ id: caseId, number: number ?? '', status },
      isHeld: holdSince !== null,
    })),
    addable: addable.map(caseOf),
    /** May this person confirm: what he made or proposed himself he may not. */
    mayConfirmPublishing: may(ctx.actor, 'notice.publish', { madeBy: [row.madeById, row.proposedById] }),
    mayConfirmWithdrawing: may(ctx.actor, 'notice.withdraw', { madeBy: [row.withdrawProposedById] }),
    withdrawReason: row.withdrawReason,
  };
}

export type NoticeForStaff = NonNullable<Awaited<ReturnType<typeof noticeForStaff>>>;

type Public = Pick<Context, 'db' | 'now'>;

/** 往期公示: of a notice that is over only its title and period stay; names are taken down with the last day. */
export async function pastNotices(ctx: Public, most: number) {
  const rows = await store.endedNotices(ctx.db, shanghaiDayOf(ctx.now), most);
  return rows.map(({ title, startsOn, endsOn }) => ({
    title,
    startsOn: shanghaiDay(startsOn ?? ''),
    endsOn: shanghaiDay(endsOn ?? ''),
  }));
}

/**
 * A notice by its public number, as anybody may read it: the sheet while it runs, title and period once it is over.
 * Null for a number that was never published.
 */
export async function publicNotice(ctx: Public, number: string) {
  const row = await store.noticeByNumber(ctx.db, number);
  if (!row || !row.startsOn || !row.endsOn) return null;
  const { title, status } = row;
  const period = periodOf(row, ctx.now);
  const isWithdrawn = status === 'WITHDRAWN';
  if (status !== 'PUBLISHED' || period.isOver) return { title, period, isWithdrawn, sheet: null };
  return { title, period, isWithdrawn, sheet: await sheetFor(ctx, row) };
}
