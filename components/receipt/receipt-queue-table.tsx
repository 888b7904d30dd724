import type { ReceiptQueueRow } from '@/lib/capture/desk-queries';
import { paths } from '@/lib/kernel/paths';
import { daysBetween, formatDayTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { Tag } from '../ui/status';
import { Table } from '../ui/table';
import { Verdict } from './verdict';

type Props = { rows: readonly ReceiptQueueRow[]; query: string; now: Date };

/** Receipts that wait for a person, the longest waiting first. */
export function ReceiptQueueTable({ rows, query, now }: Props) {
  return (
    <Table
      caption="待审收据"
      dense
      boxed
      columns={[
        { key: 'number', title: '收据编号', nowrap: true },
        { key: 'unit', title: '收款单位' },
        { key: 'batch', title: '批次', nowrap: true },
        { key: 'amount', title: '金额（元）', align: 'end' },
        { key: 'verdict', title: '照片检查', nowrap: true },
        { key: 'since', title: '提交', nowrap: true },
        { key: 'waits', title: '已等待', align: 'end', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.photographId,
        href: paths.receiptReview(row.disbursementId),
        cells: {
          number: `${row.receiptNumber}　第 ${row.version} 版`,
          unit: row.enterpriseName,
          batch: row.batchNumber,
          amount: <Money fen={row.amountFen} bare />,
          verdict: (
            <>
              <Verdict verdict={row.verdict} /> {row.opened && <Tag>已打开</Tag>}
            </>
          ),
          since: formatDayTime(row.submittedAt),
          waits: waited(row.submittedAt, now),
        },
      }))}
      empty={
        query ? (
          <EmptyState icon="search" title={`没有找到“${query}”`} why="只在待审收据中查找，请核对后再试。" />
        ) : (
          <EmptyState icon="inbox" title="没有待审的收据" why="申报单位提交收据照片后会出现在这里。" />
        )
      }
    />
  );
}

function waited(since: Date, now: Date): string {
  const days = daysBetween(shanghaiDayOf(since), shanghaiDayOf(now));
  return days <= 0 ? '今天' : `${days} 天`;
}
