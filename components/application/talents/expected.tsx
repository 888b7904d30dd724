'use client';

import { useMemo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { award, derivation, type Award, type DerivationLine } from '@/lib/application/rules/award';
import { formatBalance, formatMoney, sumFen } from '@/lib/kernel/fen';
import { categoryOf } from '@/lib/programme/rules/amounts';
import { useWizard } from '../wizard/wizard-context';
import styles from './talents.module.css';

/** What may be expected of the list as it stands, all talents supported. */
export function useExpected(): Award {
  const { draft, view } = useWizard();
  const { config, grantedFen } = view;
  return useMemo(() => {
    const inputs = draft.talents.map(({ id, name, category, amountFen }, index) => ({
      talentId: id,
      name: name || `第 ${index + 1} 位`,
      categoryLabel: categoryOf(config, category)?.label ?? '',
      standardFen: amountFen,
      supported: true,
    }));
    return award(inputs, config.yearlyCapFen, grantedFen);
  }, [draft.talents, config, grantedFen]);
}

const ONLY_EXPECTED = '预计不等于核定，以审核结果为准。额度不足时从末位扣减';

/** How the expected amount comes about, line by line, as text. */
export function Expected() {
  return (
    <div className={styles.expected}>
      <dl>
        {useSums().map(({ label, sum, look }) => (
          <div key={label} className={look}>
            <dt>{label}</dt>
            <dd>{sum}</dd>
          </div>
        ))}
      </dl>
      <p>{ONLY_EXPECTED}。</p>
    </div>
  );
}

/** The same at the foot of the list, each sum under the standards that it is made of. */
export function ExpectedRows() {
  return (
    <tfoot className={styles.sums}>
      {useSums().map(({ label, sum, look }) => (
        <tr key={label} className={look}>
          <th scope="row" colSpan={3}>
            {label}
          </th>
          <td className={styles.number}>{sum}</td>
          <td colSpan={2} />
        </tr>
      ))}
      <tr>
        <td colSpan={6} className={styles.only}>
          {ONLY_EXPECTED}
          <span className={styles.arrows}>，可拖动调整顺序</span>。
        </td>
      </tr>
    </tfoot>
  );
}

/** So many people are named whom the cap cuts; beyond, they are told together. */
const MOST_CUTS = 4;

function useSums(): { label: string; sum: string; look: string }[] {
  const lines = derivation(useExpected());
  const cuts = lines.filter(({ label }) => label.includes('扣减'));
  const rest = cuts.slice(MOST_CUTS);
  const others = { label: `再从前面 ${rest.length} 人扣减`, fen: sumFen(rest.map(({ fen }) => fen)) };
  const shown: DerivationLine[] = lines.flatMap((line) =>
    rest.length < 2 || !rest.includes(line) ? [line] : line === rest[0] ? [others] : [],
  );
  return shown.map(({ label, fen, strong }) => ({
    label,
    sum: strong ? formatMoney(fen) : formatBalance(fen),
    look: classNames(strong && styles.total, label.includes('扣减') && styles.cutLine),
  }));
}
