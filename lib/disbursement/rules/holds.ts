export type HoldFacts = {
  readonly disbursementHold: string | null;
  readonly caseHold: string | null;
  readonly enterpriseFrozen: boolean;
};

/** Why nothing that pays or binds goes through at present, in words for people; null when nothing stands against it. */
export function heldBecause(facts: HoldFacts): string | null {
  if (facts.enterpriseFrozen) return '申报单位已冻结';
  return facts.disbursementHold ?? facts.caseHold;
}
