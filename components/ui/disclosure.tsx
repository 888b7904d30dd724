import type { ReactNode } from 'react';
import { Icon } from './icon';
import styles from './disclosure.module.css';

/** A question that opens to its answer; works without scripts. Items of the same `group` close one another. */
export function Disclosure({
  summary,
  children,
  open,
  group,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  group?: string;
}) {
  return (
    <details className={styles.disclosure} open={open} name={group}>
      <summary>
        <span>{summary}</span>
        <Icon name="chevron-down" size="s" />
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
