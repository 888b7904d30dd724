import type { ReactNode } from 'react';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Table, type Column } from '../ui/table';
import { BarChart, type Bar } from './bar-chart';
import styles from './statistics.module.css';

type Props<K extends string> = {
  title: string;
  aside?: ReactNode;
  bars: readonly Bar[];
  columns: readonly Column<K>[];
  rows: readonly { key: string; cells: Partial<Record<K, ReactNode>> }[];
  /** What would stand here, while there is nothing. */
  none: { title: string; why: string };
};

/** A drawing and the figures that it is made of. */
export function FigurePair<K extends string>({ title, aside, bars, columns, rows, none }: Props<K>) {
  return (
    <Card title={title} aside={aside}>
      {rows.length === 0 ? (
        <EmptyState icon="inbox" {...none} />
      ) : (
        <div className={styles.pair}>
          <BarChart bars={bars} />
          <Table caption={title} dense boxed columns={columns} rows={rows} />
        </div>
      )}
    </Card>
  );
}
