import type { ReactNode } from 'react';
import { Anchor } from './anchor';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './table.module.css';

export type Column<K extends string = string> = {
  key: K;
  title: ReactNode;
  /** end: numbers, right and tabular, never broken. */
  align?: 'start' | 'end' | 'center';
  /** s 64, m 120, l 200 px; others share what is left. */
  width?: 's' | 'm' | 'l';
  /** Where one sorts by this column. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
  /** On a phone each row is a block: title stands alone at the top (default for the first), hide leaves it out. */
  onPhone?: 'title' | 'labelled' | 'hide';
  nowrap?: boolean;
};

export type TableRow<K extends string = string> = {
  key: string;
  /** Makes the first cell a link. */
  href?: string;
  cells: Partial<Record<K, ReactNode>>;
  tone?: 'current' | 'amber' | 'total';
};

export type TableProps<K extends string = string> = {
  /** Spoken name of the table. */
  caption: string;
  columns: readonly Column<K>[];
  rows: readonly TableRow<K>[];
  /** Stands instead of rows: an `EmptyState`. */
  empty?: ReactNode;
  /** Rows of 34 px for workspaces. */
  dense?: boolean;
  /** One line around; without it the table fills a flush card. */
  boxed?: boolean;
};

/** Rows that the caller has already drawn cell by cell, so that it works on the server and in the browser alike. */
export function Table<K extends string>({ caption, columns, rows, empty, dense, boxed }: TableProps<K>) {
  if (rows.length === 0 && empty) return <div className={classNames(boxed && styles.boxed)}>{empty}</div>;
  return (
    <div className={classNames(styles.frame, boxed && styles.boxed)}>
      <table className={classNames(styles.table, dense && styles.dense)}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeadCell({ column }: { column: Column }) {
  const names = classNames(styles[`align-${column.align ?? 'start'}`], column.width && styles[`width-${column.width}`]);
  return (
    <th scope="col" className={names} aria-sort={column.sorted}>
      {column.sortHref ? (
        <Anchor href={column.sortHref} className={classNames(styles.sort, column.sorted && styles.sorted)}>
          {column.title}
          {column.sorted && <Icon name={column.sorted === 'ascending' ? 'chevron-up' : 'chevron-down'} size="s" />}
        </Anchor>
      ) : (
        column.title
      )}
    </th>
  );
}

function BodyRow<K extends string>({ row, columns }: { row: TableRow<K>; columns: readonly Column<K>[] }) {
  return (
    <tr className={row.tone && styles[row.tone]} aria-current={row.tone === 'current' ? 'true' : undefined}>
      {columns.map((column, index) => {
        const content = row.cells[column.key];
        const onPhone = column.onPhone ?? (index === 0 ? 'title' : 'labelled');
        const isBlank = content === undefined || content === null || content === '';
        const names = [styles[`align-${column.align ?? 'start'}`], styles[`phone-${onPhone}`]];
        return (
          <td
            key={column.key}
            className={classNames(...names, column.nowrap && styles.nowrap, isBlank && styles.blank)}
            data-label={typeof column.title === 'string' ? column.title : undefined}
          >
            <div className={styles.cell}>
              {index === 0 && row.href ? (
                <Anchor href={row.href} className={styles.link}>
                  {content}
                </Anchor>
              ) : (
                content
              )}
            </div>
          </td>
        );
      })}
    </tr>
  );
}

/** Small grey words under the main words of a cell. */
export function CellNote({ children }: { children: ReactNode }) {
  return <span className={styles.note}>{children}</span>;
}
