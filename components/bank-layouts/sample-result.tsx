import type { LayoutPreview } from '@/lib/disbursement/rules/bank-layout-check';
import { failureReason } from '@/lib/disbursement/rules/failure-reasons';
import { Section } from '../ui/card';
import { Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Table } from '../ui/table';
import { SampleText } from './sample-text';

const WORDS = { PAID: '已付', FAILED: '未成功', RETURNED: '退汇' } as const;

/** A made-up result as the bank would write it, and what is read out of it. */
export function SampleResult({ preview }: { preview: LayoutPreview }) {
  return (
    <Section title="样例结果文件" note="上面是文件，下面是从中读出的">
      <Stack gap={3}>
        <SampleText label="样例结果文件" text={preview.resultFile} />
        <Table
          caption="从样例结果文件读出的"
          dense
          boxed
          columns={[
            { key: 'line', title: '行', width: 's' },
            { key: 'number', title: '明细编号', nowrap: true, onPhone: 'title' },
            { key: 'tail', title: '账号尾号', nowrap: true },
            { key: 'amount', title: '金额', align: 'end' },
            { key: 'outcome', title: '结果', nowrap: true },
            { key: 'reason', title: '原因' },
            { key: 'reference', title: '银行流水号' },
            { key: 'day', title: '日期', nowrap: true },
          ]}
          rows={preview.read.lines.map((line) => ({
            key: line.lineNumber,
            cells: {
              line: line.line,
              number: line.lineNumber,
              tail: line.accountTail,
              amount: <Money fen={line.amountFen} />,
              outcome: WORDS[line.outcome],
              reason: line.reasonCode && failureReason(line.reasonCode).says,
              reference: line.bankReference,
              day: line.on,
            },
          }))}
        />
      </Stack>
    </Section>
  );
}
