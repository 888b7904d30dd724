import type { UnmatchedRow } from '@/lib/disbursement/unmatched-queries';
import { COMPLAINT_WORDS, UNMATCHED_WORDS } from '@/lib/disbursement/rules/labels';
import { VERDICT_WORDS } from '@/lib/disbursement/rules/unmatched';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { Act } from '../disbursement/act-confirm';
import { Anchor } from '../ui/anchor';
import { EmptyState } from '../ui/empty-state';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';
import { UnmatchedActs } from './unmatched-acts';

export type UnmatchedTableProps = {
  rows: readonly UnmatchedRow[];
  /** Whether the payment file of each row is named: not where all are of one. */
  showsFile: boolean;
  explain: Act;
  agree: Act;
};

/** 未匹配清单: lines of the bank that changed nothing, why, who has explained each, and what is to be done about it. */
export function UnmatchedTable({ rows, showsFile, explain, agree }: UnmatchedTableProps) {
  return (
    <Table
      caption="未匹配的银行结果"
      boxed
      dense
      columns={[
        { key: 'at', title: showsFile ? '文件' : '导入时间', nowrap: true },
        { key: 'text', title: '银行所述' },
        { key: 'reason', title: '原因' },
        { key: 'owner', title: '说明' },
        { key: 'acts', title: '办理', nowrap: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        ...(row.isClosed ? {} : { tone: 'amber' as const }),
        cells: {
          at: showsFile ? (
            <>
              <Anchor href={paths.payment(row.fileId)}>{row.fileNumber}</Anchor>
              <CellNote>{formatDayTime(row.openedAt)}</CellNote>
            </>
          ) : (
            formatDayTime(row.openedAt)
          ),
          text: (
            <>
              {row.text}
              <CellNote>
                第 {row.line} 行
                {row.disbursementId && (
                  <>
                    　<Anchor href={paths.staffDisbursement(row.disbursementId)}>资金事项</Anchor>
                  </>
                )}
              </CellNote>
            </>
          ),
          reason: (
            <Status look="text" tone={row.isDangerous ? 'red' : 'amber'}>
              {row.complaint ? COMPLAINT_WORDS[row.complaint] : UNMATCHED_WORDS[row.reason]}
              {row.isDangerous && !row.isClosed && '，与记录不符，资金事项已暂停'}
            </Status>
          ),
          owner: <Explanation row={row} />,
          acts: <UnmatchedActs row={row} explain={explain} agree={agree} />,
        },
      }))}
      empty={
        <EmptyState title="没有未匹配的行" why="银行结果与付款明细对不上的行会列在这里，逐行说明后才能结清批次。" />
      }
    />
  );
}

function Explanation({ row }: { row: UnmatchedRow }) {
  if (row.verdict === null) return '待说明';
  return (
    <>
      {row.explanation}
      <CellNote>
        {VERDICT_WORDS[row.verdict]}，{row.ownerName}
        {row.isDangerous && (row.agreedByName ? `，${row.agreedByName}同意` : '，待另一人核实')}
      </CellNote>
    </>
  );
}
