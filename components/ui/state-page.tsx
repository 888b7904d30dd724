import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import type { Tone } from './status';
import styles from './state-page.module.css';

export type StatePageProps = {
  icon: IconName;
  tone: Tone;
  title: string;
  /** What happened and what it means for the reader. */
  children?: ReactNode;
  /** What to do next. */
  actions?: ReactNode;
  /** Small print: a number to quote, a telephone. */
  note?: ReactNode;
};

/** One calm page for a state that is not the page asked for. The named pages below it fill in the words. */
export function StatePage({ icon, tone, title, children, actions, note }: StatePageProps) {
  return (
    <div className={styles.page}>
      <span className={classNames(styles.icon, styles[tone])}>
        <Icon name={icon} size="xl" />
      </span>
      <h1 className={styles.title}>{title}</h1>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
      {note && <div className={styles.note}>{note}</div>}
    </div>
  );
}
