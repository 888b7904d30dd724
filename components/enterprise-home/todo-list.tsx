import { formatDayTime, formatDay, formatShortDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { formatMoney } from '@/lib/kernel/fen';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { DaysLeft, ItemList } from '../ui/item-list';
import type { Todo } from './todos';

const ACT: Readonly<Record<Todo['kind'], string>> = {
  returned: '按意见修改',
  draft: '继续填写',
  disbursement: '去办理',
  message: '查看留言',
};

/** Below this many days a deadline is said in amber. */
const SOON_DAYS = 10;

/** 我的待办, the nearest deadline first. */
export function TodoList({
  todos,
  today,
  applyHref,
}: {
  todos: readonly Todo[];
  today: ShanghaiDay;
  applyHref: string;
}) {
  if (todos.length === 0) {
    return (
      <EmptyState
        icon="check-circle"
        title="目前没有待办"
        why="申请被退回、资金开始拨付时，会列在这里并通知联系人。"
        action={<LinkButton href={applyHref}>看看可以申请什么</LinkButton>}
      />
    );
  }
  return (
    <ItemList
      label="我的待办"
      items={todos.map((todo, index) => {
        const isHot = todo.daysLeft !== null && todo.daysLeft <= SOON_DAYS;
        return {
          key: todo.key,
          title: todo.title,
          note: <Facts todo={todo} />,
          tone: isHot ? ('amber' as const) : ('plain' as const),
          lead: todo.dueOn && todo.daysLeft !== null && (
            <DaysLeft days={todo.daysLeft} until={dayWords(todo.dueOn, today)} hot={isHot} />
          ),
          action: (
            <LinkButton variant={index === 0 ? 'primary' : 'secondary'} href={todo.href} aria-label={spoken(todo)}>
              {ACT[todo.kind]}
            </LinkButton>
          ),
        };
      })}
    />
  );
}

function Facts({ todo }: { todo: Todo }) {
  const { kind, programme, number, amountFen, commentCount, savedAt } = todo;
  const about = commentCount > 0 ? `${programme}，${commentCount} 条意见` : programme;
  return (
    <>
      <p>{about}</p>
      {number && (
        <p>
          {kind === 'disbursement' && number.startsWith('SJ') ? '收据编号' : '受理编号'} {number}
          {amountFen !== null && `，待拨付 ${formatMoney(amountFen)}`}
        </p>
      )}
      {savedAt && <p>已保存 {formatDayTime(savedAt)}</p>}
    </>
  );
}

/** The year only where it is not this one. */
export function dayWords(day: ShanghaiDay, today: ShanghaiDay): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatShortDay(day) : formatDay(day);
}

function spoken(todo: Todo): string {
  return `${ACT[todo.kind]}：${todo.title}，${todo.programme} ${todo.number ?? ''}`.trim();
}
