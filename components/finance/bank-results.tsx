import type { PaymentFileDetail } from '@/lib/disbursement/payment-queries';
import type { UnmatchedRow } from '@/lib/disbursement/unmatched-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { Act } from '../disbursement/act-confirm';
import { Section } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Stack } from '../ui/layout';
import { Table } from '../ui/table';
import { UnmatchedTable } from './unmatched-table';

export type BankResultsProps = {
  file: PaymentFileDetail;
  unmatched: readonly UnmatchedRow[];
  explain: Act;
  agree: Act;
};

/** What the bank sent: each file with its counts, and every row that changed nothing, to be explained. */
export function BankResults({ file, unmatched, explain, agree }: BankResultsProps) {
  return (
    <Stack gap={6}>
      <Section title="结果文件" note={`${file.results.length} 份`}>
        <Table
          caption="导入的结果文件"
          boxed
          dense
          columns={[
            { key: 'at', title: '导入时间', nowrap: true },
            { key: 'by', title: '导入人' },
            { key: 'paid', title: '已付', align: 'end' },
            { key: 'failed', title: '未成功', align: 'end' },
            { key: 'waiting', title: '处理中', align: 'end' },
            { key: 'unmatched', title: '未匹配', align: 'end' },
          ]}
          rows={file.results.map((result) => ({
            key: result.id,
            cells: {
              at: formatDayTime(result.importedAt),
              by: result.importerName,
              paid: result.paid,
              failed: result.failed,
              waiting: result.waiting,
              unmatched: result.unmatched.length,
            },
          }))}
          empty={<EmptyState title="还没有结果文件" why="银行办理后，由财务复核导入结果。" />}
        />
      </Section>
      {unmatched.length > 0 && (
        <Section title="未匹配" note={`${unmatched.filter((row) => !row.isClosed).length} 行待说明，没有改变任何付款`}>
          <UnmatchedTable rows={unmatched} showsFile={false} explain={explain} agree={agree} />
        </Section>
      )}
    </Stack>
  );
}
