import type { LayoutChoices } from '@/lib/disbursement/layout-queries';
import type { PayableRow } from '@/lib/disbursement/payment-queries';
import { LINES_PER_FILE_MAX } from '@/lib/disbursement/rules/numbers';
import type { Act } from '../disbursement/act-confirm';
import { EmptyState } from '../ui/empty-state';
import { Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Section } from '../ui/card';
import { CellNote } from '../ui/table';
import { ChooseForm } from './choose-form';
import { PayeeRisks } from './payee-risks';
import { LayoutChoice } from './layout-choice';

export type PayableTableProps = {
  rows: readonly PayableRow[];
  mayMake: boolean;
  layouts: LayoutChoices;
  make: Act;
};

/** 待付款: accepted receipts by programme, out of which a payment file is made. */
export function PayableTable({ rows, mayMake, layouts, make }: PayableTableProps) {
  if (rows.length === 0) {
    return <EmptyState title="没有待付款的事项" why="收据审核通过后，事项会列在这里。" icon="bank" />;
  }
  const programmes = [...new Map(rows.map((row) => [row.programmeId, row.programmeName]))];
  return (
    <Stack gap={8}>
      {programmes.map(([programmeId, programmeName]) => (
        <Section key={programmeId} title={programmeName}>
          <ChooseForm
            caption={`${programmeName} 待付款`}
            columns={[
              { key: 'receipt', title: '收据编号', nowrap: true, onPhone: 'title' },
              { key: 'enterprise', title: '收款单位' },
              { key: 'account', title: '收款账户' },
              { key: 'amount', title: '金额', align: 'end' },
            ]}
            rows={rows.filter((row) => row.programmeId === programmeId).map(rowOf)}
            name="disbursementIds[]"
            fields={{ programmeId }}
            act={make}
            most={LINES_PER_FILE_MAX}
            label="生成付款文件"
            pendingLabel="正在生成"
            unit="笔"
            freeFen={null}
            choice={<LayoutChoice programmeId={programmeId} choices={layouts} />}
            readOnly={!mayMake}
          />
        </Section>
      ))}
    </Stack>
  );
}

function rowOf(row: PayableRow) {
  return {
    id: row.id,
    name: `${row.receiptNumber} ${row.enterpriseName}`,
    amountFen: row.amountFen,
    obstacle: row.obstacle,
    cells: {
      receipt: row.receiptNumber,
      enterprise: row.enterpriseName,
      account: (
        <>
          {row.maskedNumber}
          <CellNote>{row.bankName}</CellNote>
          <PayeeRisks risks={row.risks} />
        </>
      ),
      amount: <Money fen={row.amountFen} />,
    },
  };
}
