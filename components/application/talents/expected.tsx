'use client';

import { classNames } from '@/components/ui/class-names';
import { award, derivation, type Award } from '@/lib/application/rules/award';
import { formatMoney, formatYuan } from '@/lib/kernel/fen';
import { categoryOf } from '@/lib/programme/rules/amounts';
import { useWizard } from '../wizard/wizard-context';
import styles from './talents.module.css';

/** What may be expected of the list as it stands, all talents supported. */
export function useExpected(): Award {
  const { draft, view } = useWizard();
  const inputs = draft.talents.map(({ id, name, category, amountFen }, index) => ({
    talentId: id,
    name: name || `第 ${index + 1} 位`,
    categoryLabel: categoryOf(view.config, category)?.label ?? '',
    standardFen: amountFen,
    supported: true,
  }));
  return award(inputs, view.config.yearlyCapFen, view.grantedFen);
}

/** How the expected amount comes about, line by line. */
export function Expected() {
  const lines = derivation(useExpected());
  return (
    <div className={styles.expected}>
      <dl>
        {lines.map(({ label, fen, strong }) => (
          <div key={label} className={classNames(strong && styles.total, label.includes('扣减') && styles.cutLine)}>
            <dt>{label}</dt>
            <dd>{strong ? formatMoney(fen) : formatYuan(fen).replace('-', '−')}</dd>
          </div>
        ))}
      </dl>
      <p>预计不等于核定，以审核结果为准。额度不足时从末位扣减，可用箭头调整顺序。</p>
    </div>
  );
}
