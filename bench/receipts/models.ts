import { formatNumber } from '@/lib/kernel/numbers';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import { aReceiptModel, someTalents } from '../../__tests__/builders/receipt-model';

export const TALENTS_MOST = 30;

/** The receipt of this place in the batch: one to thirty talents in turn, each with a number of its own. */
export function modelAt(at: number): ReceiptModel {
  const lines = someTalents(1 + ((at * 7) % TALENTS_MOST));
  return {
    ...aReceiptModel({ lines, payee: `苏州示例${at}号科技有限公司` }),
    number: formatNumber('SJ', 2026, at + 1),
  };
}
