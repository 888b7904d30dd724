import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './definition-list.module.css';

export type Definition = {
  label: string;
  value: ReactNode;
  /** Source, date or explanation under the value. */
  note?: ReactNode;
  /** A button or link at the right of the row. */
  action?: ReactNode;
};

export type DefinitionListProps = {
  items: readonly Definition[];
  /** lines: a line under each row, for reading; close: no lines, for cards and side columns. */
  look?: 'lines' | 'close';
  /** Two rows side by side where there is room. */
  columns?: 1 | 2;
};

/** Names and values read as text. A missing value shows as 未填写. */
export function DefinitionList({ items, look = 'close', columns = 1 }: DefinitionListProps) {
  return (
    <dl className={classNames(styles.list, styles[look], columns === 2 && styles.two)}>
      {items.map(({ label, value, note, action }) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className={styles.none}>未填写</span>
            ) : (
              value
            )}
            {note && <small>{note}</small>}
          </dd>
          {action && <dd className={styles.action}>{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
