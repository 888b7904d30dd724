import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { paths } from '@/lib/kernel/paths';
import { shanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import { windowState, type WindowState } from '@/lib/programme/rules/window';
import * as store from './home-store';
import { UNDER_CHECK } from './rules/hold-words';

type Ctx = Context<EnterpriseActor>;

/** A draft or returned application. */
export type EditableCase = {
  readonly id: string;
  readonly status: store.CaseStatus;
  readonly programme: string;
  readonly number: string | null;
  readonly window: WindowState | null;
  readonly returnDeadline: ShanghaiDay | null;
  /** Comments of the last return. */
  readonly commentCount: number;
  readonly savedAt: Date;
};

/** A disbursement whose next act may be the enterprise's. */
export type WaitingDisbursement = {
  readonly id: string;
  readonly status: store.PayStatus;
  readonly programme: string;
  /** 收据编号 where there is one, else 受理编号. */
  readonly number: string | null;
  readonly amountFen: number;
  /** What its days are counted by. */
  readonly days: {
    readonly openedAt: Date;
    readonly lastActAt: Date;
    readonly reminders: readonly { readonly key: string; readonly at: Date }[];
    readonly pauses: readonly { readonly since: Date; readonly until: Date }[];
  };
  readonly lapseDays: number;
  readonly failureCause: 'account' | 'bank' | null;
  readonly waitsForDecision: boolean;
  readonly waitsForFont: boolean;
  readonly hold: string | null;
  /** Talents of the case that are held. */
  readonly heldTalents: readonly { readonly name: string; readonly holdReason: string | null }[];
};

/** Messages of the office on a case that nobody has read yet. */
export type UnreadCase = {
  readonly id: string;
  readonly number: string;
  readonly programme: string;
  readonly count: number;
};

export type OpenMatters = {
  readonly unread: readonly UnreadCase[];
  readonly cases: readonly EditableCase[];
  readonly disbursements: readonly WaitingDisbursement[];
};

/** Everything of this enterprise that may wait for it; what does, and until when, is worked out from it. */
export async function openMatters(ctx: Ctx): Promise<OpenMatters> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const [cases, disbursements, unread] = await Promise.all([
    store.editableCases(ctx.db, ctx.actor.enterpriseId),
    store.waitingDisbursements(ctx.db, ctx.actor.enterpriseId),
    store.unreadCases(ctx.db, ctx.actor.enterpriseId),
  ]);
  return {
    unread: unread.map(({ id, number, programme, count }) => ({ id, number, programme, count })),
    cases: cases.map((row) => editableCase(row, ctx.now)),
    disbursements: await Promise.all(disbursements.map((row) => waitingDisbursement(ctx, row))),
  };
}

function editableCase(row: store.EditableRow, now: Date): EditableCase {
  return {
    id: row.id,
    status: row.status,
    programme: row.programme.name,
    number: row.number,
    window: windowOf(row, now),
    returnDeadline: row.returnDeadline === null ? null : shanghaiDay(row.returnDeadline),
    // Those of the returns before were answered by the submission after them.
    commentCount: row.comments.filter((one) => one.submissionNumber === row.submissionCount).length,
    savedAt: row.updatedAt,
  };
}

async function waitingDisbursement(ctx: Ctx, row: store.WaitingRow): Promise<WaitingDisbursement> {
  const { application, failureCause, openedAt, lastActAt, reminders, pauses } = row;
  const { config } = await versionById(ctx, application.programmeVersionId);
  return {
    id: row.id,
    status: row.status,
    programme: application.programme.name,
    number: row.receiptNumber ?? application.number,
    amountFen: Number(row.amountFen),
    days: { openedAt, lastActAt, reminders, pauses },
    lapseDays: config.lapseDays,
    failureCause: failureCause === 'account' || failureCause === 'bank' ? failureCause : null,
    waitsForDecision: row.lines.length > 0,
    waitsForFont: row.missing.length > 0,
    hold: ctx.actor.frozen ? '申报单位已冻结' : row.holdReason === null ? application.holdReason : UNDER_CHECK,
    heldTalents: application.talents,
  };
}

function windowOf({ programme, programmeYear }: Pick<store.LiveRow, 'programme' | 'programmeYear'>, now: Date) {
  const year = programme.years.find((one) => one.year === programmeYear);
  if (!year) return null;
  return windowState({ opensOn: shanghaiDay(year.opensOn), closesOn: shanghaiDay(year.closesOn) }, now);
}

/** One case that is still on its way. */
export type LiveCase = {
  readonly id: string;
  readonly programme: string;
  readonly number: string | null;
  readonly talentCount: number;
  readonly amountFen: number;
  readonly status: store.CaseStatus;
  readonly window: WindowState | null;
  readonly returnDeadline: ShanghaiDay | null;
  readonly holdReason: string | null;
  /** Its latest disbursement waits for the enterprise. */
  readonly disbursementWaits: boolean;
};

/** Cases that have not come to an end, the ones last moved first; `most` of them and how many there are. */
export async function liveCases(ctx: Ctx, most: number): Promise<{ cases: LiveCase[]; count: number }> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const { rows, count } = await store.liveCases(ctx.db, ctx.actor.enterpriseId, most);
  return { count, cases: rows.map((row) => liveCase(row, ctx.now)) };
}

function liveCase(row: store.LiveRow, now: Date): LiveCase {
  const [disbursement] = row.disbursements;
  return {
    id: row.id,
    programme: row.programme.name,
    number: row.number,
    talentCount: row._count.talents,
    amountFen: Number(row.approvedFen ?? row.expectedFen),
    status: row.status,
    window: windowOf(row, now),
    returnDeadline: row.returnDeadline === null ? null : shanghaiDay(row.returnDeadline),
    holdReason: row.holdReason,
    disbursementWaits: disbursement ? store.WAITS_FOR_ENTERPRISE.includes(disbursement.status) : false,
  };
}

/** 通知: what was sent to the enterprise's contacts, newest first. */
export type MessageLine = { readonly id: string; readonly title: string; readonly at: Date; readonly href: string };

export async function myMessages(ctx: Ctx, most: number): Promise<MessageLine[]> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const rows = await store.messagesOf(ctx.db, ctx.actor.enterpriseId, most);
  return rows.map(({ id, subject, createdAt, applicationId }) => ({
    id,
    title: subject ?? '通知',
    at: createdAt,
    href: applicationId ? paths.application(applicationId) : paths.applications(),
  }));
}
