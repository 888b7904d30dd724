import { Anchor } from '../ui/anchor';
import { classNames } from '../ui/class-names';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import styles from './waiting-list.module.css';

export type WaitingTask = {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly href: string;
  /** 等待初审的申请 */
  readonly waits: string;
  readonly count: number;
};

/** What waits for somebody of the office, one line per place; each number equals the length of the list it leads to. */
export function WaitingList({ tasks }: { tasks: readonly WaitingTask[] }) {
  if (tasks.length === 0) {
    return (
      <EmptyState
        icon="user"
        title="您的岗位没有排队的事项"
        why="初审、复审、公示和财务岗位的待办会列在这里。岗位由安全管理员设定。"
      />
    );
  }
  return (
    <ul className={styles.list}>
      {tasks.map(({ key, group, label, href, waits, count }) => (
        <li key={key}>
          <Anchor href={href} className={styles.task}>
            <b className={classNames(styles.count, count === 0 && styles.none)}>{count}</b>
            <span className={styles.words}>
              <span className={styles.label}>{label}</span>
              <span className={styles.waits}>
                {count === 0 ? '目前没有等待办理的' : waits} · {group}
              </span>
            </span>
            <Icon name="chevron-right" />
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
