import type { ReceiptQueueRow } from '@/lib/capture/desk-queries';
import { formatYuan } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { Anchor } from '../ui/anchor';
import { Icon } from '../ui/icon';
import styles from './desk.module.css';

/** The strip of what waits: amount and what the check came to; the one on the screen is marked. */
export function DeskQueue({ queue, current }: { queue: readonly ReceiptQueueRow[]; current: string }) {
  const at = queue.findIndex((row) => row.disbursementId === current);
  return (
    <nav className={styles.queue} aria-label="待审收据">
      <h2>
        待审收据
        <span>
          {at + 1} / {queue.length}
        </span>
      </h2>
      <ol>
        {queue.map((row) => (
          <li key={row.photographId}>
            <Anchor
              href={paths.receiptReview(row.disbursementId)}
              aria-current={row.disbursementId === current ? 'page' : undefined}
            >
              <span className={styles.amount}>
                <Icon
                  name={row.verdict === 'CLEAN' ? 'check-circle' : 'warn'}
                  size="s"
                  label={row.verdict === 'CLEAN' ? '未见异常' : '请留意'}
                  className={row.verdict === 'CLEAN' ? styles.ok : styles.doubt}
                />
                {formatYuan(row.amountFen)}
              </span>
              <span className={styles.unit}>{row.enterpriseName}</span>
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
