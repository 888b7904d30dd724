import type { ApplicationStatus } from '@/lib/application/rules/states';
import { whatNext } from '@/lib/application/rules/what-next';
import { daysRun, lapsesAfter } from '@/lib/disbursement/rules/days';
import { talentHoldOf } from '@/lib/disbursement/rules/holds';
import { nextStep } from '@/lib/disbursement/rules/next-step';
import type {
  EditableCase,
  LiveCase,
  OpenMatters,
  UnreadCase,
  WaitingDisbursement,
} from '@/lib/enterprise/home-queries';
import { paths } from '@/lib/kernel/paths';
import { daysBetween, type ShanghaiDay } from '@/lib/kernel/shanghai-day';

/** One thing that waits for the enterprise. */
export type Todo = {
  readonly key: string;
  readonly kind: 'returned' | 'draft' | 'disbursement' | 'message';
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

type Undated = Omit<Todo, 'daysLeft'>;

/** 我的待办: unread messages, returned applications, drafts that can still be handed in, disbursements whose next act is ours; by deadline. */
export function todosOf({ cases, disbursements, unread }: OpenMatters, today: ShanghaiDay): Todo[] {
  return [
    ...unread.map(messageTodo),
    ...cases.flatMap(caseTodo),
    ...disbursements.flatMap((one) => disbursementTodo(one, today)),
  ]
    .map((todo) => ({ ...todo, daysLeft: todo.dueOn && daysBetween(today, todo.dueOn) }))
    .sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity));
}

function messageTodo({ id, programme, number, count }: UnreadCase): Undated {
  return {
    ...{ key: `${id} messages`, kind: 'message', title: `查看并回复 ${count} 条留言`, programme, number },
    ...{ amountFen: null, commentCount: 0, savedAt: null, dueOn: null, href: `${paths.application(id)}#messages` },
  };
}

function caseTodo(one: EditableCase): Undated[] {
  const { id, programme, number, commentCount } = one;
  const base = { key: id, programme, number, amountFen: null };
  if (one.status === 'RETURNED') {
    const about = { kind: 'returned' as const, title: '按审核意见修改并重新提交', dueOn: one.returnDeadline };
    return [{ ...base, ...about, commentCount, savedAt: null, href: paths.application(id) }];
  }
  if (one.window?.state !== 'open') return [];
  const about = { kind: 'draft' as const, title: '完成草稿并确认提交', dueOn: one.window.closesOn };
  return [{ ...base, ...about, commentCount: 0, savedAt: one.savedAt, href: paths.edit(id, 'enterprise') }];
}

function disbursementTodo(one: WaitingDisbursement, today: ShanghaiDay): Undated[] {
  const { id, programme, number, amountFen } = one;
  const facts = { ...one, talentHold: talentHoldOf(one.heldTalents) };
  const lapses = daysRun(facts) ? lapsesAfter(one.days, one.lapseDays, today) : null;
  const next = nextStep({ ...facts, lapsesAfter: lapses });
  if (next.who !== 'enterprise') return [];
  const about = { kind: 'disbursement' as const, title: next.what, dueOn: lapses, href: paths.disbursement(id) };
  return [{ key: id, programme, number, amountFen, commentCount: 0, savedAt: null, ...about }];
}

/** A line of 在办的申请. */
export type CaseLine = {
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

/** How the case stands, whose turn it is and by when. */
export function caseLine(one: LiveCase): CaseLine {
  const { window, disbursementWaits, holdReason, returnDeadline, ...shown } = one;
  const next = whatNext({
    status: one.status,
    holdReason,
    closesOn: window?.closesOn,
    returnDeadline,
    disbursementWaitsForYou: disbursementWaits,
  });
  return { ...shown, who: next?.who ?? 'staff', byDay: next?.byDay ?? null, held: holdReason !== null };
}
