import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './card.module.css';

export type CardProps = {
  title?: ReactNode;
  /** Small words or a link at the right of the title. */
  aside?: ReactNode;
  children?: ReactNode;
  /** A coloured edge: something to do (amber), wrong (red), in hand (blue). */
  tone?: 'plain' | 'blue' | 'amber' | 'red' | 'green';
  /** No padding around the content: tables and lists bring their own. */
  flush?: boolean;
  /** Words under the content, behind a line. */
  foot?: ReactNode;
  /** Small heading without a line, as in a side column. */
  compact?: boolean;
  id?: string;
  headingLevel?: 2 | 3;
};

/** White paper with one line around. */
export function Card({
  title,
  aside,
  children,
  tone = 'plain',
  flush,
  foot,
  compact,
  id,
  headingLevel = 2,
}: CardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={classNames(styles.card, styles[`tone-${tone}`], compact && styles.compact)}>
      {title && (
        <div className={styles.head}>
          <Heading className={styles.title}>{title}</Heading>
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children && <div className={classNames(styles.body, flush && styles.flush)}>{children}</div>}
      {foot && <div className={styles.foot}>{foot}</div>}
    </section>
  );
}

export type SectionProps = { title: ReactNode; note?: ReactNode; aside?: ReactNode; children: ReactNode; id?: string };

/** A titled part of a page or card, without a box of its own. */
export function Section({ title, note, aside, children, id }: SectionProps) {
  return (
    <section id={id} className={styles.section}>
      <div className={styles['section-head']}>
        <h2 className={styles.title}>{title}</h2>
        {note && <span className={styles.note}>{note}</span>}
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
