import type { ReactNode } from 'react';
import type { DisbursementRow } from '@/lib/disbursement/queries';
import type { NextStepWords } from '@/lib/disbursement/rules/next-step';
import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { CellNote, Table, type Column } from '../ui/table';
import { StatusTag } from './status-tag';

type Key = 'matter' | 'batch' | 'amount' | 'status' | 'next' | 'detail';

const COLUMNS: readonly Column<Key>[] = [
  { key: 'matter', title: '资金事项' },
  { key: 'batch', title: '批次号', width: 'm', nowrap: true },
  { key: 'amount', title: '金额', align: 'end', width: 'm' },
  { key: 'status', title: '状态', nowrap: true },
  { key: 'next', title: '接下来' },
  { key: 'detail', title: '操作', align: 'end', nowrap: true },
];

const WHO: Readonly<Record<NextStepWords['who'], string>> = {
  enterprise: '您',
  staff: '业务人员',
  bank: '银行',
  nobody: '',
};

/** 待拨付资金列表: each with what comes next, whose turn it is and by when. */
export function PendingTable({ rows }: { rows: readonly DisbursementRow[] }) {
  return (
    <Table
      caption="待拨付资金"
      columns={COLUMNS}
      rows={rows.map((row) => rowOf(row, <Next next={row.next} />))}
      empty={
        <EmptyState
          icon="wallet"
          title="没有待拨付的资金"
          why="申请审核通过、公示期满后，业务人员启动拨付，资金事项会出现在这里，并以短信和邮件通知联系人。"
          action={<LinkButton href={paths.applications()}>查看补贴申请</LinkButton>}
        />
      }
    />
  );
}

/** What has ended: paid, or not to be paid any more. */
export function EndedTable({ rows }: { rows: readonly DisbursementRow[] }) {
  return (
    <Table
      caption="已办结的资金"
      columns={COLUMNS.map((column) => (column.key === 'next' ? { ...column, title: '拨付日期' } : column))}
      rows={rows.map((row) => rowOf(row, row.paidAt ? formatDay(shanghaiDayOf(row.paidAt)) : '未拨付'))}
    />
  );
}

function rowOf(row: DisbursementRow, next: ReactNode) {
  const isMine = row.next.who === 'enterprise';
  return {
    key: row.id,
    cells: {
      matter: (
        <>
          {row.programmeName}
          <CellNote>受理编号 {row.caseNumber}</CellNote>
        </>
      ),
      batch: row.batchNumber,
      amount: <Money fen={row.amountFen} strong />,
      status: <StatusTag label={row.label} look="text" />,
      next,
      detail: (
        <LinkButton
          size="s"
          variant={isMine ? 'primary' : 'plain'}
          href={paths.disbursement(row.id)}
          aria-label={`${row.programmeName} ${row.batchNumber} 详情`}
        >
          详情
        </LinkButton>
      ),
    },
  };
}

function Next({ next }: { next: NextStepWords }) {
  const who = WHO[next.who];
  return (
    <>
      {who ? `${who}：${next.what}` : next.what}
      {next.by && <CellNote>{next.by}</CellNote>}
    </>
  );
}
