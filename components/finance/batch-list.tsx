import type { BatchRow } from '@/lib/disbursement/batch-queries';
import { BATCH_STATUS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { StatusTag } from '../disbursement/status-tag';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { Table } from '../ui/table';

/** Batches, the newest first: how much, and how far each has come. */
export function BatchList({ rows }: { rows: readonly BatchRow[] }) {
  return (
    <Table
      caption="拨付批次"
      boxed
      dense
      columns={[
        { key: 'number', title: '批次号', nowrap: true },
        { key: 'programme', title: '事项' },
        { key: 'count', title: '件数', align: 'end', width: 's' },
        { key: 'total', title: '金额', align: 'end' },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'paid', title: '已拨付', align: 'end' },
        { key: 'made', title: '生成', nowrap: true },
        { key: 'released', title: '下达', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: paths.batch(row.id),
        cells: {
          number: row.number,
          programme: `${row.programmeName} ${row.year} 年度`,
          count: row.count,
          total: <Money fen={row.totalFen} />,
          status: <StatusTag label={BATCH_STATUS[row.status]} look="text" />,
          paid: `${row.paid} / ${row.count}`,
          made: formatDayTime(row.createdAt),
          released: row.releasedAt ? formatDayTime(row.releasedAt) : '未下达',
        },
      }))}
      empty={<EmptyState title="还没有批次" why="公示期满的申请可以编成批次，由另一人复核下达。" icon="wallet" />}
    />
  );
}
