import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import styles from './empty-state.module.css';

export type EmptyStateProps = { title: string; why?: ReactNode; action?: ReactNode; icon?: IconName };

/** Stands where rows would: says why there are none and what to do. */
export function EmptyState({ title, why, action, icon = 'inbox' }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size="xl" className={styles.icon} />
      <p className={styles.title}>{title}</p>
      {why && <p className={styles.why}>{why}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
