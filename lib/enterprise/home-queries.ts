import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { whatNext } from '@/lib/application/rules/what-next';
import { nextStep } from '@/lib/disbursement/rules/next-step';
import { disbursementTerms, lapsesAfter } from '@/lib/disbursement/rules/terms';
import { paths } from '@/lib/kernel/paths';
import { daysBetween, shanghaiDay, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { windowState } from '@/lib/programme/rules/window';
import * as store from './home-store';

type Ctx = Context<EnterpriseActor>;

/** One thing that waits for the enterprise. */
export type Todo = {
  readonly key: string;
  readonly kind: 'returned' | 'draft' | 'disbursement';
  readonly title: string;
  readonly programme: string;
  /** 受理编号 or 收据编号; null for what has none yet. */
  readonly number: string | null;
  readonly amountFen: number | null;
  readonly commentCount: number;
  readonly savedAt: Date | null;
  /** The last day, until 24:00; null where none runs. */
  readonly dueOn: ShanghaiDay | null;
  readonly daysLeft: number | null;
  readonly href: string;
};

/** 我的待办: returned applications, drafts that can still be handed in, disbursements whose next act is ours; by deadline. */
export async function myTodos(ctx: Ctx): Promise<Todo[]> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const { enterpriseId } = ctx.actor;
  const [cases, disbursements] = await Promise.all([
    store.editableCases(ctx.db, enterpriseId),
    store.waitingDisbursements(ctx.db, enterpriseId),
  ]);
  const today = shanghaiDayOf(ctx.now);
  const todos = [
    ...cases.flatMap((row) => caseTodo(row, ctx.now)),
    ...disbursements.flatMap((row) => disbursementTodo(row, ctx.actor.frozen)),
  ];
  return todos
    .map((todo) => ({ ...todo, daysLeft: todo.dueOn && daysBetween(today, todo.dueOn) }))
    .sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity));
}

type Undated = Omit<Todo, 'daysLeft'>;

function caseTodo(row: store.EditableCase, now: Date): Undated[] {
  const base = { programme: row.programme.name, number: row.number, amountFen: null, savedAt: null };
  if (row.status === 'RETURNED') {
    const dueOn = row.returnDeadline === null ? null : shanghaiDay(row.returnDeadline);
    const about = { key: row.id, kind: 'returned' as const, title: '按审核意见修改并重新提交', dueOn };
    // Only those of the last return: the ones before were answered by the submission after them.
    const commentCount = row.comments.filter((one) => one.submissionNumber === row.submissionCount).length;
    return [{ ...base, ...about, commentCount, href: paths.application(row.id) }];
  }
  const window = windowOf(row, now);
  if (window?.state !== 'open') return [];
  const about = { key: row.id, kind: 'draft' as const, title: '完成草稿并确认提交', dueOn: window.closesOn };
  return [{ ...base, ...about, savedAt: row.updatedAt, commentCount: 0, href: paths.edit(row.id, 'enterprise') }];
}

function disbursementTodo(row: store.WaitingDisbursement, frozen: boolean): Undated[] {
  const terms = disbursementTerms.parse(row.application.programmeVersion.config);
  const hold = frozen ? '申报单位已冻结' : (row.holdReason ?? row.application.holdReason);
  const lapses = store.LAPSING.has(row.status) ? lapsesAfter(row.openedAt, row.lastActAt, terms.lapseDays) : null;
  const next = nextStep({
    status: row.status,
    lapsesAfter: lapses,
    waitsForDecision: row.lines.length > 0,
    failureCause: row.failureCause === 'account' || row.failureCause === 'bank' ? row.failureCause : null,
    hold,
  });
  if (next.who !== 'enterprise') return [];
  return [
    {
      key: row.id,
      kind: 'disbursement',
      title: next.what,
      programme: row.application.programme.name,
      number: row.receiptNumber ?? row.application.number,
      amountFen: Number(row.amountFen),
      commentCount: 0,
      savedAt: null,
      dueOn: lapses,
      href: paths.disbursement(row.id),
    },
  ];
}

function windowOf({ programme, programmeYear }: Pick<store.EditableCase, 'programme' | 'programmeYear'>, now: Date) {
  const year = programme.years.find((one) => one.year === programmeYear);
  return year && windowState({ opensOn: shanghaiDay(year.opensOn), closesOn: shanghaiDay(year.closesOn) }, now);
}

/** One case that is still on its way, as a line of 在办的申请. */
export type CaseInHand = {
  readonly id: string;
  readonly programme: string;
  readonly number: string | null;
  readonly talentCount: number;
  readonly amountFen: number;
  readonly status: ApplicationStatus;
  readonly who: 'you' | 'staff' | 'clock' | 'finance';
  readonly byDay: ShanghaiDay | null;
  readonly held: boolean;
};

/** 在办的申请, the ones last moved first; `most` of them and how many there are. */
export async function casesInHand(ctx: Ctx, most: number): Promise<{ cases: CaseInHand[]; count: number }> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const { rows, count } = await store.liveCases(ctx.db, ctx.actor.enterpriseId, most);
  return { count, cases: rows.map((row) => caseInHand(row, ctx.now)) };
}

function caseInHand(row: store.LiveCase, now: Date): CaseInHand {
  const [disbursement] = row.disbursements;
  const next = whatNext({
    status: row.status,
    holdReason: row.holdReason,
    closesOn: windowOf(row, now)?.closesOn,
    returnDeadline: row.returnDeadline === null ? null : shanghaiDay(row.returnDeadline),
    disbursementWaitsForYou: disbursement ? store.WAITS_FOR_ENTERPRISE.has(disbursement.status) : false,
  });
  return {
    id: row.id,
    programme: row.programme.name,
    number: row.number,
    talentCount: row._count.talents,
    amountFen: Number(row.approvedFen ?? row.expectedFen),
    status: row.status,
    who: next?.who ?? 'staff',
    byDay: next?.byDay ?? null,
    held: row.holdReason !== null,
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
