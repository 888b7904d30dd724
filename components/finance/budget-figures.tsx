import type { BudgetView } from '@/lib/disbursement/batch-queries';
import { Money } from '../ui/money';
import { Figures } from './figures';

/** The year's money: what there is, where it stands, what is left. */
export function BudgetFigures({ year, budget }: { year: number; budget: BudgetView }) {
  return (
    <Figures
      items={[
        { label: `${year} 年度预算`, value: <Money fen={budget.budgetFen} /> },
        { label: '已预留', value: <Money fen={budget.reservedFen} /> },
        { label: '付款中', value: <Money fen={budget.inPaymentFen} /> },
        { label: '已拨付', value: <Money fen={budget.paidFen} /> },
        ...(budget.returnedFen > 0
          ? [{ label: '退回待办', value: <Money fen={budget.returnedFen} tone="amber" /> }]
          : []),
        { label: '可用', value: <Money fen={budget.freeFen} tone="green" /> },
      ]}
    />
  );
}
