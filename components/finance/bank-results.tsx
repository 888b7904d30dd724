import type { PaymentFileDetail } from '@/lib/disbursement/payment-queries';
import { COMPLAINT_WORDS, UNMATCHED_WORDS } from '@/lib/disbursement/rules/labels';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { Section } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Stack } from '../ui/layout';
import { Table } from '../ui/table';

/** What the bank sent: each file with its counts, and every row that changed nothing with the reason. */
export function BankResults({ file }: { file: PaymentFileDetail }) {
  const unmatched = file.results.flatMap((result) =>
    result.unmatched.map((line) => ({ ...line, key: `${result.id} ${line.line}`, at: result.importedAt })),
  );
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
            { key: 'unmatched', title: '未匹配', align: 'end' },
          ]}
          rows={file.results.map((result) => ({
            key: result.id,
            cells: {
              at: formatDayTime(result.importedAt),
              by: result.importerName,
              paid: result.paid,
              failed: result.failed,
              unmatched: result.unmatched.length,
            },
          }))}
          empty={<EmptyState title="还没有结果文件" why="银行办理后，由财务复核导入结果。" />}
        />
      </Section>
      {unmatched.length > 0 && (
        <Section title="未匹配" note={`${unmatched.length} 行，没有改变任何付款`}>
          <Table
            caption="未匹配的结果行"
            boxed
            dense
            columns={[
              { key: 'at', title: '导入时间', nowrap: true },
              { key: 'line', title: '行', align: 'end', width: 's' },
              { key: 'text', title: '内容' },
              { key: 'reason', title: '原因' },
            ]}
            rows={unmatched.map((line) => ({
              key: line.key,
              tone: 'amber' as const,
              cells: {
                at: formatDayTime(line.at),
                line: line.line,
                text: line.text,
                reason: line.complaint ? COMPLAINT_WORDS[line.complaint] : UNMATCHED_WORDS[line.reason],
              },
            }))}
          />
        </Section>
      )}
    </Stack>
  );
}
