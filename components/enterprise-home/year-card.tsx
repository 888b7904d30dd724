import { paths } from '@/lib/kernel/paths';
import { Anchor } from '../ui/anchor';
import { Card } from '../ui/card';
import { Money } from '../ui/money';
import styles from './year-card.module.css';

type Sum = { readonly count: number; readonly fen: number };
export type CapLine = {
  readonly programme: string;
  readonly capFen: number;
  readonly paidFen: number;
  readonly waitingFen: number;
  readonly leftFen: number;
};
export type YearCardProps = {
  year: number;
  applied: Sum;
  approved: Sum;
  paid: Sum;
  caps: readonly CapLine[];
};

/** 年度资金: applied for, approved, paid; and how much of each programme's yearly cap is left. */
export function YearCard({ year, applied, approved, paid, caps }: YearCardProps) {
  return (
    <Card title={`${year} 年度资金`}>
      <dl className={styles.sums}>
        <SumLine label="申请" {...applied} />
        <SumLine label="核定" {...approved} />
        <SumLine label="已拨付" {...paid} isPaid />
      </dl>
      {caps.map((cap) => (
        <Cap key={cap.programme} {...cap} />
      ))}
      <p className={styles.more}>
        <Anchor href={paths.disbursements()}>查看拨付明细</Anchor>
      </p>
    </Card>
  );
}

function SumLine({ label, count, fen, isPaid }: Sum & { label: string; isPaid?: boolean }) {
  return (
    <div>
      <dt>
        {label}
        <small>{count} 件</small>
      </dt>
      <dd className={isPaid ? styles.paid : undefined}>
        <Money fen={fen} strong tone={isPaid && fen > 0 ? 'green' : 'ink'} />
      </dd>
    </div>
  );
}

const BAR = 1000;

function Cap({ programme, capFen, paidFen, waitingFen, leftFen }: CapLine) {
  const at = (fen: number) => Math.round((BAR * fen) / capFen);
  const [paidTo, grantedTo] = [at(paidFen), at(paidFen + waitingFen)];
  return (
    <section className={styles.cap} aria-label={`${programme}年度限额`}>
      <svg className={styles.bar} viewBox={`0 0 ${BAR} 12`} preserveAspectRatio="none" aria-hidden focusable="false">
        <path className={styles.left} d={`M0 0H${BAR}V12H0z`} />
        <path className={styles.waiting} d={`M${paidTo} 0H${grantedTo}V12H${paidTo}z`} />
        <path className={styles.done} d={`M0 0H${paidTo}V12H0z`} />
      </svg>
      <ul className={styles.legend}>
        <li>
          <i className={styles.done} />
          <span>已拨付</span>
          <Money fen={paidFen} />
        </li>
        <li>
          <i className={styles.waiting} />
          <span>核定待拨付</span>
          <Money fen={waitingFen} />
        </li>
        <li>
          <i className={styles.left} />
          <span>年度限额余额</span>
          <Money fen={leftFen} />
        </li>
      </ul>
      <p className={styles.whole}>
        年度限额 <Money fen={capFen} />，{programme}
      </p>
    </section>
  );
}
