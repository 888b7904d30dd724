import type { ReactNode } from 'react';
import { Anchor } from './anchor';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './item-list.module.css';

export type Item = {
  key: string;
  title: ReactNode;
  href?: string;
  /** Lines under the title. */
  note?: ReactNode;
  /** Before the words: a day, a number, a picture. */
  lead?: ReactNode;
  /** At the right: a state, an amount. */
  aside?: ReactNode;
  /** Buttons at the right, full width on a phone. */
  action?: ReactNode;
  tone?: 'plain' | 'amber' | 'red' | 'blue';
};

/** Rows in a flush card: what it is, small facts, and what to do with it. */
export function ItemList({
  items,
  label,
  quietTitles,
}: {
  items: readonly Item[];
  label?: string;
  quietTitles?: boolean;
}) {
  return (
    <ul className={classNames(styles.list, quietTitles && styles.quiet)} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={classNames(styles.item, styles[`tone-${item.tone ?? 'plain'}`])}>
          {item.lead && <div className={styles.lead}>{item.lead}</div>}
          <div className={styles.words}>
            <p className={styles.title}>{item.href ? <Anchor href={item.href}>{item.title}</Anchor> : item.title}</p>
            {item.note && <div className={styles.note}>{item.note}</div>}
          </div>
          {item.aside && <div className={styles.aside}>{item.aside}</div>}
          {item.action && <div className={styles.action}>{item.action}</div>}
        </li>
      ))}
    </ul>
  );
}

/** How many days are left, large, with the day below; stands as the lead of an item. */
export function DaysLeft({ days, until, hot }: { days: number; until: string; hot?: boolean }) {
  const isLate = days < 0;
  return (
    <div className={classNames(styles.days, hot && styles.hot, isLate && styles.late)}>
      <span>{isLate ? '已超期' : '还剩'}</span>
      <b>
        {Math.abs(days)}
        <small> 天</small>
      </b>
      <span>{until}</span>
    </div>
  );
}

export type IconLine = {
  key: string;
  icon: IconName;
  title?: ReactNode;
  note?: ReactNode;
  href?: string;
  /** now: what comes next, in blue; link: a blue icon; good: a green one. */
  tone?: 'plain' | 'now' | 'link' | 'good';
};

/** Lines that begin with an icon: 接下来, 需要帮助, 文书. */
export function IconList({ items, label }: { items: readonly IconLine[]; label?: string }) {
  return (
    <ul className={styles.icons} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={classNames(styles.icon, styles[`icon-${item.tone ?? 'plain'}`])}>
          <Icon name={item.icon} />
          <div className={styles.words}>
            {item.title && (
              <p className={styles.title}>{item.href ? <Anchor href={item.href}>{item.title}</Anchor> : item.title}</p>
            )}
            {item.note && <div className={styles.note}>{item.note}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}

export type NumberedLine = {
  key: string;
  title: ReactNode;
  note?: ReactNode;
  state?: 'done' | 'now' | 'later';
  action?: ReactNode;
};

/** Numbered lines in a side column (接下来) or a list of comments. */
export function NumberedList({ items, label }: { items: readonly NumberedLine[]; label?: string }) {
  return (
    <ol className={styles.numbers} aria-label={label}>
      {items.map((item, index) => (
        <li key={item.key} className={classNames(styles.number, styles[`number-${item.state ?? 'later'}`])}>
          <span className={styles.mark} aria-hidden>
            {index + 1}
          </span>
          <div className={styles.words}>
            <p className={styles.title}>{item.title}</p>
            {item.note && <div className={styles.note}>{item.note}</div>}
          </div>
          {item.action && <div className={styles.aside}>{item.action}</div>}
        </li>
      ))}
    </ol>
  );
}
