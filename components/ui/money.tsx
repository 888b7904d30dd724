import { formatMoney, formatYuan } from '@/lib/kernel/fen';
import { classNames } from './class-names';
import styles from './money.module.css';

export type MoneyProps = {
  /** Whole fen. */
  fen: number;
  strong?: boolean;
  /** Without the sign, where the column's title says 元. */
  bare?: boolean;
  tone?: 'ink' | 'green' | 'amber' | 'muted';
};

/** An amount with its sign, ¥123,456.78, in figures of one width and never broken. */
export function Money({ fen, strong, bare, tone = 'ink' }: MoneyProps) {
  return (
    <span className={classNames(styles.money, styles[tone], strong && styles.strong)}>
      {bare ? formatYuan(fen) : formatMoney(fen)}
    </span>
  );
}
