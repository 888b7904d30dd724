import { sumFen, type Fen } from '@/lib/kernel/fen';

/** What is counted and added up on both sides of a check. */
export type ControlTotals = { readonly count: number; readonly totalFen: Fen };

export type Budget = {
  readonly budgetFen: Fen;
  readonly reservedFen: Fen;
  readonly inPaymentFen: Fen;
  readonly paidFen: Fen;
  /** What the bank did not pay or sent back, and nobody has mended yet. */
  readonly returnedFen: Fen;
};

export function controlTotals(amounts: readonly Fen[]): ControlTotals {
  return { count: amounts.length, totalFen: sumFen(amounts) };
}

export function sameTotals(one: ControlTotals, other: ControlTotals): boolean {
  return one.count === other.count && one.totalFen === other.totalFen;
}

/** What stands in no other place; never negative by the database's own check. */
export function freeFen(budget: Budget): Fen {
  return budget.budgetFen - budget.reservedFen - budget.inPaymentFen - budget.paidFen - budget.returnedFen;
}

export type CaseFacts = {
  readonly status: string;
  readonly payableFen: Fen;
  readonly hold: string | null;
  /** The number of a draft batch that names the case already. */
  readonly inDraft: string | null;
};

/** Why a case cannot go into a batch now, in words; null when it can. */
export function batchObstacle(facts: CaseFacts): string | null {
  if (facts.status !== 'CLEARED') return '已不在待拨付状态';
  if (facts.hold) return `已暂停：${facts.hold}`;
  if (facts.inDraft) return `已列入批次 ${facts.inDraft}`;
  return facts.payableFen > 0 ? null : '没有可拨付的金额';
}
