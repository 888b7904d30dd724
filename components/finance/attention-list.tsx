import type { AttentionRow } from '@/lib/disbursement/staff-queries';
import { STAFF_STATUS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { StatusTag } from '../disbursement/status-tag';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';

const WHY: Readonly<Record<AttentionRow['why'], { word: string; tone: 'amber' | 'red' }>> = {
  'left-declared': { word: '申报已离职，待复审审定', tone: 'amber' },
  'payment-failed': { word: '付款未成功', tone: 'red' },
  held: { word: '已暂停', tone: 'red' },
  'new-account': { word: '更换了收款账户，请核实', tone: 'amber' },
};

/** Disbursements that wait for a decision of staff, the longest waiting first. */
export function AttentionList({ rows }: { rows: readonly AttentionRow[] }) {
  return (
    <Table
      caption="待处理的资金事项"
      boxed
      dense
      columns={[
        { key: 'case', title: '受理编号', nowrap: true },
        { key: 'enterprise', title: '申报单位' },
        { key: 'amount', title: '金额', align: 'end' },
        { key: 'why', title: '事由' },
        { key: 'status', title: '状态', nowrap: true },
        { key: 'since', title: '最近变动', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: paths.staffDisbursement(row.id),
        cells: {
          case: row.caseNumber,
          enterprise: row.enterpriseName,
          amount: <Money fen={row.amountFen} />,
          why: (
            <>
              <Status look="text" tone={WHY[row.why].tone}>
                {WHY[row.why].word}
              </Status>
              <CellNote>{row.what}</CellNote>
            </>
          ),
          status: <StatusTag label={STAFF_STATUS[row.status]} look="text" />,
          since: formatDayTime(row.since),
        },
      }))}
      empty={<EmptyState title="没有待处理的资金事项" why="离职申报、付款未成功和暂停的事项会列在这里。" />}
    />
  );
}
