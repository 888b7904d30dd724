import type { PaymentFileDetail } from '@/lib/disbursement/payment-queries';
import { PAYMENT_LINE_STATUS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { StatusTag } from '../disbursement/status-tag';
import { Anchor } from '../ui/anchor';
import { Money } from '../ui/money';
import { CellNote, Table } from '../ui/table';
import { PayeeRisks } from './payee-risks';

/** The lines of a payment file as the bank has them, each with its answer. */
export function PaymentLines({ file }: { file: PaymentFileDetail }) {
  return (
    <Table
      caption={`付款文件 ${file.number} 的明细`}
      boxed
      dense
      columns={[
        { key: 'line', title: '明细编号', nowrap: true },
        { key: 'holder', title: '户名' },
        { key: 'tail', title: '账号尾号', width: 's', nowrap: true },
        { key: 'amount', title: '金额', align: 'end' },
        { key: 'remark', title: '附言' },
        { key: 'status', title: '银行结果' },
      ]}
      rows={[
        ...file.lines.map((line) => ({
          key: line.id,
          cells: {
            line: <Anchor href={paths.staffDisbursement(line.disbursementId)}>{line.lineNumber}</Anchor>,
            holder: (
              <>
                {line.holder}
                <PayeeRisks risks={line.risks} />
              </>
            ),
            tail: line.accountTail,
            amount: <Money fen={line.amountFen} />,
            remark: line.remark,
            status: <LineResult line={line} />,
          },
        })),
        {
          key: 'total',
          tone: 'total' as const,
          cells: { line: '合计', holder: `${file.lineCount} 笔`, amount: <Money fen={file.totalFen} strong /> },
        },
      ]}
    />
  );
}

function LineResult({ line }: { line: PaymentFileDetail['lines'][number] }) {
  const note = [
    line.settledAt && formatDay(shanghaiDayOf(line.settledAt)),
    line.failureReason,
    line.bankReference && `流水号 ${line.bankReference}`,
  ];
  return (
    <>
      <StatusTag label={PAYMENT_LINE_STATUS[line.status]} look="text" />
      <CellNote>{note.filter(Boolean).join('，')}</CellNote>
    </>
  );
}
