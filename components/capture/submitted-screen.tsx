import { PhoneFrame } from '@/components/frame/phone-frame';
import { Icon } from '@/components/ui/icon';
import type { PhoneView } from '@/lib/capture/queries';
import { formatMoney } from '@/lib/kernel/fen';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import styles from './phone.module.css';

/** 收据已提交: what was handed in and what happens next. */
export function SubmittedScreen({ state: { receipt, steps } }: { state: PhoneView }) {
  const at = steps.findLast((step) => step.status === 'SUBMITTED')?.at;
  return (
    <PhoneFrame title="上传收据">
      <div className={styles.top} role="status">
        <span className={styles.badge}>
          <Icon name="check" size="xl" className={styles.good} />
        </span>
        <h2>收据已提交</h2>
        {at && <p className={styles.muted}>{formatDayTime(new Date(at))}</p>}
      </div>
      <ol className={styles.after}>
        <li>
          <Icon name="check-circle" className={styles.good} />
          <b>
            {receipt.number}　第 {receipt.version} 版
          </b>
          <span>
            {formatMoney(receipt.amountFen)}　{receipt.payee}
          </span>
        </li>
        <li>
          <Icon name="clock" />
          <b>业务人员审核收据</b>
          <span>3 个工作日内，结果发短信和邮件</span>
        </li>
        <li>
          <Icon name="bank" />
          <b>银行转账</b>
          <span>转入收据上的账户</span>
        </li>
      </ol>
      <p className={styles.muted}>业务人员查看前，可在电脑端取回重拍。</p>
      <p className={styles.muted}>查看或下载已上传收据，请在电脑端操作。本页可以关闭。</p>
    </PhoneFrame>
  );
}
