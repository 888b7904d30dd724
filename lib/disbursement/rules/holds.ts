export type HoldFacts = {
  readonly disbursementHold: string | null;
  readonly caseHold: string | null;
  readonly enterpriseFrozen: boolean;
  /** Of a single talent: it stops what prints or pays the sum, not what prepares it. */
  readonly talentHold?: string | null;
};

/** Why nothing that pays or binds goes through at present, in words for people; null when nothing stands against it. */
export function heldBecause(facts: HoldFacts): string | null {
  if (facts.enterpriseFrozen) return '申报单位已冻结';
  return facts.disbursementHold ?? facts.caseHold ?? facts.talentHold ?? null;
}

/** The hold of the first talent that has one. */
export function talentHoldOf(talents: readonly { readonly name: string; readonly holdReason: string | null }[]) {
  const held = talents.find(({ holdReason }) => holdReason !== null);
  return held ? `${held.name}：${held.holdReason}` : null;
}
