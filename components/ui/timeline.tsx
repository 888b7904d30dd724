import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import type { Tone } from './status';
import styles from './timeline.module.css';

export type TimelineItem = {
  /** As read: 11月16日 15:20. */
  at: string;
  /** Machine form of `at`, ISO 8601. */
  dateTime?: string;
  title: ReactNode;
  /** Who: 申报单位, 业务人员, 系统. */
  by?: string;
  note?: ReactNode;
  icon?: IconName;
  tone?: Tone;
};

/** What has happened, newest first as the caller orders it. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className={styles.timeline}>
      {items.map((item, index) => (
        <li key={`${item.at}-${index}`} className={classNames(styles.item, styles[item.tone ?? 'green'])}>
          <Icon name={item.icon ?? 'check-circle'} className={styles.icon} />
          <p className={styles.title}>{item.title}</p>
          <p className={styles.when}>
            <time dateTime={item.dateTime}>{item.at}</time>
            {item.by && <span>，{item.by}</span>}
          </p>
          {item.note && <div className={styles.note}>{item.note}</div>}
        </li>
      ))}
    </ol>
  );
}
