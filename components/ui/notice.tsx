import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import type { Tone } from './status';
import styles from './notice.module.css';

const ICON: Record<Tone, IconName> = {
  neutral: 'info',
  blue: 'info',
  green: 'check-circle',
  amber: 'warn',
  red: 'error',
};

export type NoticeProps = {
  tone?: Tone;
  icon?: IconName;
  title?: ReactNode;
  children?: ReactNode;
  /** Buttons, at the right on a desktop, below on a phone. */
  actions?: ReactNode;
  /** status: read out when it appears after an act; alert: at once. Static notices have neither. */
  role?: 'status' | 'alert';
  /** bar: title size, wide; box: text size (default); line: one line without a ground. */
  look?: 'box' | 'bar' | 'line';
};

/** Something the reader must know before going on. */
export function Notice({ tone = 'blue', icon, title, children, actions, role, look = 'box' }: NoticeProps) {
  return (
    <div role={role} className={classNames(styles.notice, styles[tone], styles[look])}>
      {look !== 'bar' && <Icon name={icon ?? ICON[tone]} className={styles.icon} />}
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
