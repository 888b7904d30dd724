import { EmptyState } from '../ui/empty-state';
import { Table } from '../ui/table';
import styles from './programme-admin.module.css';

type Change = { readonly area: string; readonly what: string; readonly before: string; readonly after: string };

/** What differs between two versions, line by line. */
export function ChangeTable({ changes, caption }: { changes: readonly Change[]; caption: string }) {
  return (
    <Table
      caption={caption}
      dense
      boxed
      columns={[
        { key: 'what', title: '项目' },
        { key: 'area', title: '类别', nowrap: true, width: 's' },
        { key: 'before', title: '原来' },
        { key: 'after', title: '现在' },
      ]}
      rows={changes.map(({ area, what, before, after }) => ({
        key: `${area} ${what}`,
        cells: {
          what,
          area,
          before: <span className={`${styles.cell} ${styles.before}`}>{before}</span>,
          after: <span className={`${styles.cell} ${styles.after}`}>{after}</span>,
        },
      }))}
      empty={<EmptyState icon="check-circle" title="没有差别" why="两个版本的内容相同。" />}
    />
  );
}
