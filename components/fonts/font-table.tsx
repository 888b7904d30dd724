import type { FontLine } from '@/lib/disbursement/font-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { CellNote, Table } from '../ui/table';

/** The fonts that were added. None is ever removed: versions that are issued were printed with them. */
export function FontTable({ rows }: { rows: readonly FontLine[] }) {
  return (
    <Table
      caption="已添加的字体"
      boxed
      columns={[
        { key: 'name', title: '字体' },
        { key: 'brought', title: '补充的字' },
        { key: 'characters', title: '共有（字）', align: 'end', nowrap: true },
        { key: 'by', title: '经办', nowrap: true },
        { key: 'at', title: '添加时间', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          name: (
            <>
              {row.name}
              <CellNote>{row.fileName}</CellNote>
            </>
          ),
          brought: row.brought.join('、'),
          characters: row.characters.toLocaleString('en-US'),
          by: row.addedBy,
          at: formatDayTime(row.addedAt),
        },
      }))}
      empty={<EmptyState icon="book" title="还没有添加字体" why="系统自带的字体含有国家标准一、二级汉字。" />}
    />
  );
}
