import type { BudgetView, ClearedCase, ProgrammeYearChoice } from '@/lib/disbursement/batch-queries';
import { CASES_PER_BATCH_MAX } from '@/lib/disbursement/rules/numbers';
import type { Act } from '../disbursement/act-confirm';
import { Money } from '../ui/money';
import { ChooseForm } from './choose-form';

export type ClearedFormProps = {
  of: ProgrammeYearChoice;
  cases: readonly ClearedCase[];
  budget: BudgetView | null;
  make: Act;
};

/** Cleared cases of one programme year, out of which a batch is made within the year's budget. */
export function ClearedForm({ of, cases, budget, make }: ClearedFormProps) {
  return (
    <ChooseForm
      caption="公示期满的申请"
      columns={[
        { key: 'case', title: '受理编号', nowrap: true, onPhone: 'title' },
        { key: 'enterprise', title: '申报单位' },
        { key: 'talents', title: '人数', align: 'end', width: 's' },
        { key: 'amount', title: '金额', align: 'end' },
      ]}
      rows={cases.map((one) => ({
        id: one.id,
        name: `${one.number} ${one.enterpriseName}`,
        amountFen: one.amountFen,
        obstacle: one.obstacle,
        cells: {
          case: one.number,
          enterprise: one.enterpriseName,
          talents: `${one.talents} 人`,
          amount: <Money fen={one.amountFen} />,
        },
      }))}
      name="applicationIds[]"
      fields={{ programmeId: of.programmeId, year: String(of.year) }}
      act={make}
      most={CASES_PER_BATCH_MAX}
      label="生成批次"
      pendingLabel="正在生成"
      freeFen={budget?.freeFen ?? 0}
      unit="件"
    />
  );
}
