import { useId } from 'react';
import { DefinitionList } from '@/components/ui/definition-list';
import type { ReceiptValues } from '@/lib/capture/queries';
import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { formatMoney } from '@/lib/kernel/fen';
import styles from './receipt-values-list.module.css';

/** What must stand on the sheet, to be compared with its picture. The same list on phone and desktop. */
export function ReceiptValuesList({ values }: { values: ReceiptValues }) {
  const id = useId();
  return (
    <section className={styles.values} aria-labelledby={id}>
      <p id={id}>收据信息，请与照片核对</p>
      <DefinitionList
        items={[
          { label: '收据编号', value: `${values.number}　第 ${values.version} 版` },
          { label: '收款单位', value: values.payee },
          { label: '金额', value: formatMoney(values.amountFen), note: amountInCapitals(values.amountFen) },
          { label: '人数', value: `${values.talents} 人` },
          { label: '户名', value: values.holder },
          { label: '账号', value: values.account },
          { label: '开户行', value: values.bankName },
        ]}
      />
    </section>
  );
}
