import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './status.module.css';

export type Tone = 'neutral' | 'blue' | 'green' | 'amber' | 'red';

const ICON_OF_TONE: Record<Tone, IconName> = {
  neutral: 'circle',
  blue: 'clock',
  green: 'check-circle',
  amber: 'warn',
  red: 'error',
};

export type StatusProps = {
  tone: Tone;
  /** Without one the tone's own icon stands: colour is never the only sign. */
  icon?: IconName;
  children: ReactNode;
  /** tag: on a soft ground (default); text: bare, for tables and dense lists; large: beside a page title. */
  look?: 'tag' | 'text' | 'large';
};

/** A state: an icon and a word. */
export function Status({ tone, icon, children, look = 'tag' }: StatusProps) {
  return (
    <span className={classNames(styles.status, styles[look], styles[tone])}>
      <Icon name={icon ?? ICON_OF_TONE[tone]} size="s" />
      <span>{children}</span>
    </span>
  );
}

/** A grey or blue word on a soft ground, no state: 第 2 次提交, 草稿. */
export function Tag({ children, tone = 'neutral' }: { children: ReactNode; tone?: Tone }) {
  return <span className={classNames(styles.label, styles[tone])}>{children}</span>;
}

/** How many wait. Spoken as 「n 项」. */
export function Count({ n, strong }: { n: number; strong?: boolean }) {
  return (
    <span className={classNames(styles.count, strong && styles.strong)} aria-label={`${n} 项`}>
      {n}
    </span>
  );
}

/** A key of the keyboard, beside the button it presses. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}
