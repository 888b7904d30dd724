import { PhoneFrame } from '@/components/frame/phone-frame';
import { Icon } from '@/components/ui/icon';
import type { Explained } from '@/lib/access/refusals';
import { explainCapture, endedBecause } from '@/lib/capture/rules/refusals';
import { formatMoney } from '@/lib/kernel/fen';
import type { PhoneState } from './phone-link';
import styles from './phone.module.css';

/** The link is over, or was never good: why, and what to do on the desktop. */
export function EndScreen({ state, problem }: { state: PhoneState | null; problem: Explained | null }) {
  const ended = state ? endedBecause(state) : null;
  const said = ended ? explain(ended) : problem;
  return (
    <PhoneFrame title="不能提交">
      <div className={styles.end} role="alert">
        <Icon name="stop" size="xl" className={styles.bad} />
        <h2>{said?.title ?? '链接无效'}</h2>
        <p>{said?.why ?? '请从电脑端的二维码打开本页。'}</p>
        {(said?.next ?? [{ label: '在电脑端打开本资金事项，点击“上传收据”，再扫码' }]).map((step) => (
          <p key={step.label} className={styles.muted}>
            {step.label}。
          </p>
        ))}
      </div>
    </PhoneFrame>
  );
}

function explain(refusal: NonNullable<ReturnType<typeof endedBecause>>): Explained {
  const row = explainCapture[refusal.code] as (given: typeof refusal) => Explained;
  return row(refusal);
}

/** 收据已提交: what was handed in and what happens next. */
export function SubmittedScreen({ state }: { state: PhoneState }) {
  const { receipt } = state;
  return (
    <PhoneFrame title="上传收据">
      <div className={styles.end} role="status">
        <Icon name="check-circle" size="xl" className={styles.good} />
        <h2>收据已提交</h2>
        <p>
          {receipt.number} 第 {receipt.version} 版，{formatMoney(receipt.amountFen)}
        </p>
      </div>
      <ol className={styles.after}>
        <li>
          <b>财务人员审核收据</b>
          <span>结果以短信和邮件告知</span>
        </li>
        <li>
          <b>银行转账</b>
          <span>转入收据上的账户</span>
        </li>
      </ol>
      <p className={styles.muted}>
        财务人员查看前，可在电脑端取回重拍。查看或下载已上传收据，请在电脑端操作。本页可以关闭。
      </p>
    </PhoneFrame>
  );
}
