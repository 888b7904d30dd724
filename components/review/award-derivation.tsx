import { derivation, type Award } from '@/lib/application/rules/award';
import { classNames } from '@/components/ui/class-names';
import { formatBalance, formatMoney } from '@/lib/kernel/fen';
import styles from './award-derivation.module.css';

/** How the amount comes about, line by line, from the standards over the yearly cap to the total. */
export function AwardDerivation({ award, isFinal }: { award: Award; isFinal: boolean }) {
  const lines = derivation(award, '核定补贴');
  return (
    <dl className={styles.lines} aria-label={isFinal ? '核定补贴的计算' : '目前核定补贴的计算'} aria-live="polite">
      {lines.map(({ label, fen, strong }) => (
        <div key={label} className={classNames(strong && styles.total, fen < 0 && styles.minus)}>
          <dt>{strong && !isFinal ? '目前核定' : label}</dt>
          <dd>{strong ? formatMoney(fen) : formatBalance(fen)}</dd>
        </div>
      ))}
    </dl>
  );
}
