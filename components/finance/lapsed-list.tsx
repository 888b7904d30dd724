import type { Lapsed } from '@/lib/disbursement/lapsed-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { Act } from '../disbursement/act-confirm';
import { EmptyState } from '../ui/empty-state';
import { Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Pager } from '../ui/pager';
import { Table } from '../ui/table';
import { ReviveAct } from './revive-act';

type Props = { lapsed: Lapsed; revive: Act };

/** Disbursements that lapsed, the latest first, and beside each the way to let it begin again. */
export function LapsedList({ lapsed: { rows, page, pages, count, totalFen, mayRevive }, revive }: Props) {
  return (
    <Stack gap={4}>
      {count > 0 && (
        <Notice tone="neutral">
          共 {count} 件，合计 <Money fen={totalFen} /> 已退回预算。
        </Notice>
      )}
      <Table
        caption="逾期失效的资金事项"
        boxed
        dense
        columns={[
          { key: 'case', title: '受理编号', nowrap: true },
          { key: 'enterprise', title: '申报单位' },
          { key: 'amount', title: '退回预算', align: 'end' },
          { key: 'stood', title: '失效前停在', nowrap: true },
          { key: 'opened', title: '启动', nowrap: true },
          { key: 'lapsed', title: '失效', nowrap: true },
          ...(mayRevive ? [{ key: 'act' as const, title: '办理', nowrap: true }] : []),
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          href: paths.staffDisbursement(row.id),
          cells: {
            case: row.caseNumber,
            enterprise: row.enterpriseName,
            amount: <Money fen={row.amountFen} />,
            stood: row.stoodAt,
            opened: formatDayTime(row.openedAt),
            lapsed: formatDayTime(row.lapsedAt),
            act: <ReviveAct row={row} act={revive} variant="plain" />,
          },
        }))}
        empty={<EmptyState title="没有失效的资金事项" why="申报单位长期没有办理而失效的拨付会列在这里。" />}
      />
      {pages > 1 && (
        <Pager
          previousHref={page > 1 ? paths.staffDisbursements('lapsed', page - 1) : undefined}
          nextHref={page < pages ? paths.staffDisbursements('lapsed', page + 1) : undefined}
          summary={`第 ${page} 页，共 ${pages} 页`}
        />
      )}
    </Stack>
  );
}
