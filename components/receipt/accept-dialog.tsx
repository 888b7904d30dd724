'use client';

import type { ReceiptSheet } from '@/lib/capture/sheet-queries';
import { formatMoney, sumFen } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Money } from '../ui/money';
import { AcceptWhy, AcceptWord } from './accept-word';
import { isSettled, type Accepting } from './use-accepting';
import styles from './sheets.module.css';

type Props = { rows: readonly ReceiptSheet[]; accepting: Accepting; onClose: () => void };

/**
 * 接受所选: what is about to be accepted, how many and how much; then each goes by itself, and what came of it stands
 * beside it. What was not sent may be sent again.
 */
export function AcceptDialog({ rows, accepting, onClose }: Props) {
  const { of, isBusy, run } = accepting;
  const ahead = rows.filter((row) => !isSettled(of(row)));
  const hasBegun = rows.some((row) => of(row).step !== 'waiting');
  const totalFen = sumFen(rows.map(({ amountFen }) => amountFen));
  const close = () => !isBusy && onClose();
  const foot = (
    <>
      {(ahead.length > 0 || isBusy) && (
        <Button variant="plain" disabled={isBusy} onClick={close}>
          返回
        </Button>
      )}
      {ahead.length > 0 || isBusy ? (
        <Button variant="primary" pending={isBusy} onClick={() => void run(ahead)}>
          {hasBegun && !isBusy ? `再次接受 ${ahead.length} 份` : `接受 ${ahead.length} 份`}
        </Button>
      ) : (
        <Button variant="primary" onClick={close}>
          完成
        </Button>
      )}
    </>
  );
  return (
    <Dialog
      open
      onClose={close}
      title="接受所选收据"
      size="l"
      foot={foot}
      footNote={hasBegun && !isBusy && <span role="status">{resultWords(rows, accepting)}</span>}
    >
      <p className={styles.intro}>
        共 <b>{rows.length}</b> 份，合计 <b>{formatMoney(totalFen)}</b>
        。逐份记入日志，接受后进入待付款；列入付款文件前可以重新审核。
      </p>
      <ul className={styles.lines}>
        {rows.map((row) => (
          <li key={row.photographId}>
            <span className={styles.what}>
              <b>{row.enterpriseName}</b>
              <span>
                {row.receiptNumber} 第 {row.version} 版，{row.account}
              </span>
            </span>
            <Money fen={row.amountFen} />
            <AcceptWord standing={of(row)} />
            <AcceptWhy standing={of(row)} href={paths.receiptReview(row.disbursementId)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function resultWords(rows: readonly ReceiptSheet[], { of }: Accepting): string {
  const accepted = rows.filter((row) => of(row).step === 'accepted');
  const left = rows.length - accepted.length;
  const sum = formatMoney(sumFen(accepted.map(({ amountFen }) => amountFen)));
  return `已接受 ${accepted.length} 份，合计 ${sum}${left > 0 ? `；未接受 ${left} 份，原样保留` : ''}`;
}
