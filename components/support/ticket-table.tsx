'use client';

import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { EmptyState } from '../ui/empty-state';
import { Status } from '../ui/status';
import { Table } from '../ui/table';
import type { TicketRow } from '@/lib/enterprise/support-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';

/** Calls for help with an error number: whom to ring, and what came of it. */
export function TicketTable({ rows, answer, reopen }: { rows: readonly TicketRow[]; answer: Act; reopen: Act }) {
  return (
    <Table
      caption="企业求助"
      boxed
      dense
      columns={[
        { key: 'number', title: '错误编号', nowrap: true },
        { key: 'company', title: '企业' },
        { key: 'contact', title: '联系人', nowrap: true },
        { key: 'telephone', title: '电话', nowrap: true },
        { key: 'at', title: '报来', nowrap: true },
        { key: 'status', title: '处理' },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        tone: row.status === 'OPEN' ? 'amber' : undefined,
        cells: {
          number: row.errorNumber,
          company: row.company,
          contact: row.contact,
          telephone: row.telephone,
          at: formatDayTime(row.createdAt),
          status: row.status === 'OPEN' ? <Answer row={row} answer={answer} /> : <Answered row={row} reopen={reopen} />,
        },
      }))}
      empty={<EmptyState icon="inbox" title="没有求助" why="企业注册失败时，可在页面上把错误编号发到这里。" />}
    />
  );
}

function Answered({ row, reopen }: { row: TicketRow; reopen: Act }) {
  return (
    <>
      <Status tone="green" look="text">
        已答复
      </Status>{' '}
      {row.answer}
      <ActConfirm
        act={reopen}
        label="重新处理"
        look={{ variant: 'quiet', size: 's' }}
        title="重新处理这件求助？"
        thing={`${row.errorNumber}　${row.company}`}
        fields={{ ticketId: row.id }}
        consequence="回到待答复，先前的处理结果留在日志中。"
        undoUntil="记录新的结果后即办结。"
        confirmLabel="重新处理"
      />
    </>
  );
}

const ASKS = [{ name: 'answer', label: '处理结果', hint: '如：已致电，重试后注册成功' }] as const;

function Answer({ row, answer }: { row: TicketRow; answer: Act }) {
  return (
    <ActConfirm
      act={answer}
      label="记录结果"
      look={{ variant: 'secondary', size: 's' }}
      title="记录处理结果"
      thing={`${row.errorNumber}　${row.company}`}
      fields={{ ticketId: row.id }}
      consequence="请先致电企业，再写明处理结果。"
      undoUntil="写错的，可以重新处理。"
      confirmLabel="记录结果"
      asks={ASKS}
    />
  );
}
