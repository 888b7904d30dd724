import type { ReactNode } from 'react';
import styles from './task-foot.module.css';

export type TaskFootProps = {
  /** 上一步. */
  back?: ReactNode;
  /** 已保存 14:03 / 正在保存 / 未保存：网络断开，恢复后自动保存. */
  saved?: ReactNode;
  /** 下一步 or 确认提交. */
  next?: ReactNode;
};

/** The bar that stays at the foot of the window. */
export function TaskFoot({ back, saved, next }: TaskFootProps) {
  return (
    <div role="region" aria-label="上一步与下一步" className={styles.foot} data-print="hide">
      {back && <div className={styles.back}>{back}</div>}
      <div className={styles.saved} role="status">
        {saved}
      </div>
      {next && <div className={styles.next}>{next}</div>}
    </div>
  );
}
