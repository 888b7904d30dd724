import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { VoidedView } from '@/lib/capture/queries';
import { formatShortDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { classNames } from '../ui/class-names';
import styles from './phone.module.css';

type Props = {
  number: string;
  voided: VoidedView;
  /** Where the link itself is good and only the paper in front of the camera is not. */
  onRetake?: () => void;
};

/** The paper is no longer true: which version it is, why and since when, and which one to print instead. */
export function VoidedScreen({ number, voided, onRetake }: Props) {
  const { version, reason, at, replacedBy } = voided;
  const next = replacedBy === null ? '新的一版' : `第 ${replacedBy} 版`;
  return (
    <PhoneFrame
      title="不能提交"
      foot={
        onRetake && (
          <Button variant="primary" size="l" icon="camera" onClick={onRetake}>
            我有{next}，重新拍照
          </Button>
        )
      }
    >
      <div className={styles.top} role="alert">
        <span className={classNames(styles.badge, styles.badgeBad)}>
          <Icon name="stop" size="xl" className={styles.bad} />
        </span>
        <h2>这是已作废的第 {version} 版收据</h2>
        <p className={styles.muted}>收据编号 {number}</p>
        <p>
          {formatShortDay(shanghaiDayOf(new Date(at)))}作废：{reason}
          {replacedBy !== null && `，由${next}替换`}。
        </p>
      </div>
      <ol className={styles.swap}>
        <li>
          <Sheet crossed />
          <b>第 {version} 版</b>
          <span className={styles.bad}>
            <Icon name="close-circle" size="s" /> 已作废
          </span>
        </li>
        <li>
          <Sheet />
          <b>{next}</b>
          <span className={styles.good}>
            <Icon name="check-circle" size="s" /> 请打印这一版
          </span>
        </li>
      </ol>
      <ol className={styles.after}>
        <li>
          <Icon name="print" />
          <b>{replacedBy === null ? '在电脑端确认账户后“打印收据”' : '在电脑端点击“下载PDF打印”'}</b>
          <span>
            {number} {next}
          </span>
        </li>
        <li>
          <Icon name="seal" />
          <b>{onRetake ? '盖章后重新拍照' : '盖章后，从电脑端重新扫码拍照'}</b>
          <span>第 {version} 版请自行销毁，照片未提交</span>
        </li>
      </ol>
    </PhoneFrame>
  );
}

/** A receipt in small; crossed out where it is void. */
function Sheet({ crossed }: { crossed?: boolean }) {
  return (
    <svg viewBox="0 0 60 84" width="60" height="84" fill="none" strokeWidth="1.2" aria-hidden="true">
      <path d="M1 1h58v82H1z" fill="#ffffff" stroke="var(--line-2)" />
      <path d="M22 9h16M8 20h26M8 27h26M8 34h44M8 41h44M8 48h44M8 66h18" stroke="var(--line-strong)" />
      <path d="M42 15h11v11H42z" fill="var(--line-strong)" />
      {crossed ? (
        <path d="M4 80 56 4" stroke="var(--red)" strokeWidth="2" />
      ) : (
        <circle cx="43" cy="65" r="9" stroke="var(--seal)" />
      )}
    </svg>
  );
}
