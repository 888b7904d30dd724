import type { ReactNode } from 'react';
import styles from './figures.module.css';

export type Figure = { label: string; value: ReactNode; note?: ReactNode };

/** The few figures that a page of finance turns on, side by side. */
export function Figures({ items }: { items: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {items.map(({ label, value, note }) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
