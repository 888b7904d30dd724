import type { KeyboardEvent } from 'react';
import type { ReceiptSheet } from '@/lib/capture/sheet-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { areKeysOn } from '../review/key-switch';
import { Anchor } from '../ui/anchor';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/choice';
import { classNames } from '../ui/class-names';
import { Money } from '../ui/money';
import { Kbd, Status } from '../ui/status';
import { AcceptWord, AcceptWhy } from './accept-word';
import { isSettled, type Standing } from './use-accepting';
import styles from './sheets.module.css';

export type SheetCardProps = {
  row: ReceiptSheet;
  standing: Standing;
  picked: boolean;
  /** Only looked at: no box, no button. */
  readOnly: boolean;
  onPick: () => void;
  onAccept: () => void;
  /** To the next card (1) or the one before (-1). */
  onMove: (step: 1 | -1) => void;
};

export const boxId = ({ photographId }: Pick<ReceiptSheet, 'photographId'>) => `sheet-${photographId}`;

/** One clean receipt: the sheet, what it says, what the check came to, and the box of whoever looked at it. */
export function SheetCard(props: SheetCardProps) {
  const { row, standing, picked, readOnly, onPick, onAccept } = props;
  const isOver = isSettled(standing);
  const name = `${row.receiptNumber} ${row.enterpriseName}`;
  return (
    <li className={classNames(styles.card, picked && !isOver && styles.picked, isOver && styles.over)}>
      <Sheet row={row} />
      <div className={styles.words}>
        <h3>
          <Anchor href={paths.receiptReview(row.disbursementId)}>{row.receiptNumber}</Anchor>
          <span>第 {row.version} 版</span>
        </h3>
        <p className={styles.unit}>{row.enterpriseName}</p>
        <p>
          <Money fen={row.amountFen} strong />
        </p>
        <dl>
          <div>
            <dt>户名</dt>
            <dd>{row.holder}</dd>
          </div>
          <div>
            <dt>账号</dt>
            <dd>{row.account}</dd>
          </div>
          <div>
            <dt>提交</dt>
            <dd>{formatDayTime(row.submittedAt)}</dd>
          </div>
        </dl>
        <Status tone="green" look="text">
          无问题，{row.checks} 项检查均通过
        </Status>
      </div>
      {!readOnly && (
        <div className={styles.act}>
          <Checkbox
            id={boxId(row)}
            label="已看过"
            aria-label={`已看过 ${name}`}
            checked={picked && !isOver}
            disabled={isOver}
            onChange={onPick}
            onKeyDown={(event) => byKey(event, props)}
          />
          {standing.step === 'waiting' ? (
            <Button size="s" variant="plain" aria-label={`接受 Y ${name}`} onClick={onAccept}>
              接受 <Kbd>Y</Kbd>
            </Button>
          ) : (
            <AcceptWord standing={standing} />
          )}
        </div>
      )}
      <AcceptWhy standing={standing} href={paths.receiptReview(row.disbursementId)} />
    </li>
  );
}

function Sheet({ row: { photographId, receiptNumber } }: { row: ReceiptSheet }) {
  return (
    <Anchor href={paths.photograph(photographId, 'flat')} target="_blank" className={styles.sheet} title="在新窗口放大">
      {/* eslint-disable-next-line @next/next/no-img-element -- private, made small by us */}
      <img
        src={paths.photographThumb(photographId)}
        alt={`${receiptNumber} 展平照片，在新窗口放大`}
        width={560}
        height={792}
        loading="lazy"
      />
    </Anchor>
  );
}

/** Space ticks by itself. Enter ticks too; letters act unless they are switched off. */
function byKey(event: KeyboardEvent, { onPick, onAccept, onMove }: SheetCardProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.nativeEvent.isComposing) return;
  const letters: Readonly<Record<string, () => void>> = {
    y: onAccept,
    j: () => onMove(1),
    k: () => onMove(-1),
  };
  const act = event.key === 'Enter' ? onPick : areKeysOn() ? letters[event.key.toLowerCase()] : undefined;
  if (!act) return;
  event.preventDefault();
  act();
}
