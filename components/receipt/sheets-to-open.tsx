import type { ReceiptSheet } from '@/lib/capture/sheet-queries';
import { paths } from '@/lib/kernel/paths';
import { Section } from '../ui/card';
import { Money } from '../ui/money';
import { Status } from '../ui/status';
import { Table } from '../ui/table';

/** Receipts that cannot be accepted in the list, each with why it has to be opened by itself. */
export function SheetsToOpen({ rows }: { rows: readonly ReceiptSheet[] }) {
  const others = rows.filter(({ causes }) => causes.length > 0);
  if (others.length === 0) return null;
  return (
    <Section title={`须逐份打开的收据 ${others.length} 份`}>
      <Table
        caption="须逐份打开的收据"
        dense
        boxed
        columns={[
          { key: 'number', title: '收据编号', nowrap: true, onPhone: 'title' },
          { key: 'unit', title: '收款单位' },
          { key: 'amount', title: '金额（元）', align: 'end' },
          { key: 'why', title: '为什么要打开' },
        ]}
        rows={others.map((row) => ({
          key: row.photographId,
          href: paths.receiptReview(row.disbursementId),
          cells: {
            number: row.receiptNumber,
            unit: row.enterpriseName,
            amount: <Money fen={row.amountFen} bare />,
            why: row.causes.map((cause) => (
              <div key={cause}>
                <Status look="text" tone="amber">
                  {cause}
                </Status>
              </div>
            )),
          },
        }))}
      />
    </Section>
  );
}
