import type { DisbursementDetail } from '@/lib/disbursement/queries';
import { paths } from '@/lib/kernel/paths';
import { formatShortDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { ReceiptVersionView } from '@/lib/receipt/queries';
import type { Act } from '../disbursement/act-confirm';
import { LinkButton } from '../ui/button';
import { Status } from '../ui/status';
import { PrintForm } from './print-form';
import styles from './paper.module.css';

/** 打印收据: issues the paper, then offers it for printing; versions that are void stand below with their reason. */
export function PrintStep({ detail, print }: { detail: DisbursementDetail; print: Act }) {
  const current = detail.receipts.find((receipt) => receipt.status !== 'VOIDED');
  const voided = detail.receipts.filter((receipt) => receipt.status === 'VOIDED');
  return (
    <>
      {current && <CurrentPaper receipt={current} />}
      {!current && detail.status === 'AWAITING_PRINT' && detail.hold === null && (
        <PrintForm missing={detail.missing} disbursementId={detail.id} again={voided.length > 0} print={print} />
      )}
      {voided.length > 0 && (
        <ul className={styles.voided} aria-label="已作废的版本">
          {voided.map((receipt) => (
            <li key={receipt.id}>
              <Status tone="neutral" icon="stop" look="text">
                {receipt.number} 第 {receipt.version} 版已作废
              </Status>
              <span>
                {receipt.voidedAt && `${formatShortDay(shanghaiDayOf(receipt.voidedAt))}，`}
                {receipt.voidReason}，请勿使用。
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function CurrentPaper({ receipt }: { receipt: ReceiptVersionView }) {
  return (
    <div className={styles.current}>
      <dl className={styles.facts}>
        <dt>收据编号</dt>
        <dd>
          {receipt.number}　<b>第 {receipt.version} 版</b>　
          <Status tone="green" look="text">
            有效
          </Status>
        </dd>
      </dl>
      <LinkButton variant="plain" size="s" icon="download" href={paths.receiptPdf(receipt.id)} download>
        下载PDF打印
      </LinkButton>
    </div>
  );
}
