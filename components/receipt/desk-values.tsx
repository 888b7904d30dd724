import { Fragment, type ReactNode } from 'react';
import type { PaperValues } from '@/lib/capture/desk-queries';
import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { formatMoney, formatYuan } from '@/lib/kernel/fen';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { PayeeRisks } from '../finance/payee-risks';
import { Table } from '../ui/table';
import styles from './desk.module.css';

type Props = {
  values: PaperValues;
  pages: number;
  /** What finance is told of the account before it pays. */
  risks: readonly string[];
};

/**
 * What was printed, from the frozen model. Whole numbers of account and telephone are read on the paper itself; beside
 * the account stands what speaks against it.
 */
export function DeskValues({ values, pages, risks }: Props) {
  const { account, contact } = values;
  const rows: readonly (readonly [label: string, value: ReactNode])[] = [
    ['收据编号', values.number],
    ['版本', `第 ${values.version} 版（当前）`],
    ['开具日期', formatDay(values.issuedOn)],
    ['页数', `${pages} 页`],
    ['交款单位', values.payer],
    ['收款单位', values.payee],
    ['信用代码', values.uscc],
    ['收款事由', values.purpose],
    ['政策事项', values.programmeName],
    ['批次号', values.batchNumber],
    ['金额小写', formatMoney(values.totalFen)],
    ['金额大写', amountInCapitals(values.totalFen)],
    ['户名', account.holder],
    [
      '账号',
      <Fragment key="account">
        {account.masked}
        <PayeeRisks risks={risks} />
      </Fragment>,
    ],
    ['开户行', account.bankName],
    ['联行号', account.cnapsCode],
    ['联系人', contact.name],
    ['联系电话', contact.masked],
  ];
  return (
    <div className={styles.values}>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Table
        caption="人员与金额"
        dense
        boxed
        columns={[
          { key: 'position', title: '序号', width: 's' },
          { key: 'name', title: '姓名' },
          { key: 'category', title: '类别' },
          { key: 'amount', title: '金额（元）', align: 'end' },
        ]}
        rows={values.lines.map((line) => ({
          key: String(line.position),
          cells: {
            position: line.position,
            name: line.name,
            category: line.categoryLabel,
            amount: formatYuan(line.amountFen),
          },
        }))}
      />
    </div>
  );
}
