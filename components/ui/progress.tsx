import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './progress.module.css';

export type ProgressProps = {
  /** What goes on, spoken: 正在上传 学位证书. */
  label: string;
  /** Missing: it is not known how far things are. */
  value?: number;
  max?: number;
  /** Count and time: 7.7 / 12.4 MB，约 8 秒. */
  detail?: ReactNode;
  /** Shows the percentage at the right. */
  percent?: boolean;
  tone?: 'blue' | 'green' | 'amber';
};

/** How far something is. */
export function Progress({ label, value, max = 100, detail, percent, tone = 'blue' }: ProgressProps) {
  const share = value === undefined ? undefined : Math.round((100 * value) / max);
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <progress className={classNames(styles.bar, styles[tone])} aria-label={label} value={value} max={max} />
        {percent && share !== undefined && <span className={styles.percent}>{share}%</span>}
      </div>
      {detail && <div className={styles.detail}>{detail}</div>}
    </div>
  );
}
