import type { PaymentFileRow } from '@/lib/disbursement/payment-queries';
import { PAYMENT_FILE_STATUS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { StatusTag } from '../disbursement/status-tag';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { Status } from '../ui/status';
import { Table } from '../ui/table';

/** Payment files, the newest first, with what the bank has said so far. */
export function PaymentFileList({ rows }: { rows: readonly PaymentFileRow[] }) {
  return (
    <Table
      caption="付款文件"
      boxed
      dense
      columns={[
        { key: 'number', title: '文件编号', nowrap: true },
        { key: 'lines', title: '笔数', align: 'end', width: 's' },
        { key: 'total', title: '金额', align: 'end' },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'settled', title: '银行结果', nowrap: true },
        { key: 'unmatched', title: '未匹配', nowrap: true },
        { key: 'made', title: '生成', nowrap: true },
        { key: 'confirmed', title: '复核', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: paths.payment(row.id),
        cells: {
          number: row.number,
          lines: row.lineCount,
          total: <Money fen={row.totalFen} />,
          status: <StatusTag label={PAYMENT_FILE_STATUS[row.status]} look="text" />,
          settled: `已付 ${row.settled.paid}，未成功 ${row.settled.failed}，待 ${row.settled.pending}`,
          unmatched:
            row.unmatched > 0 ? (
              <Status look="text" tone="red">
                {row.unmatched} 行
              </Status>
            ) : (
              '无'
            ),
          made: formatDayTime(row.createdAt),
          confirmed: row.confirmedAt ? formatDayTime(row.confirmedAt) : '未复核',
        },
      }))}
      empty={<EmptyState title="还没有付款文件" why="从待付款的事项生成，由另一人复核后下载送银行。" icon="bank" />}
    />
  );
}
