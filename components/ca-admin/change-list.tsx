import type { ChangeView } from '@/lib/enterprise/ca-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { Disclosure } from '../ui/disclosure';
import styles from './change-list.module.css';

/** Who changed this table last, and why. */
export function ChangeList({ changes }: { changes: readonly ChangeView[] }) {
  if (changes.length === 0) return null;
  return (
    <Disclosure summary={`最近 ${changes.length} 次修改`}>
      <ul className={styles.list}>
        {changes.map(({ id, at, by, reason }) => (
          <li key={id}>
            <time>{formatDayTime(at)}</time> <span>{by}</span>
            <p>{reason}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
