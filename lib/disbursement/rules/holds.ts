import { UNDER_CHECK } from '@/lib/enterprise/rules/hold-words';

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

/**
 * The same as the enterprise reads it. What staff write on a disbursement is for staff: a tip, a doubt, what the bank
 * said; the hold of a case and the freezing were told to the enterprise in these words.
 */
export function publicHold({ disbursementHold, ...facts }: HoldFacts): string | null {
  return heldBecause({ ...facts, disbursementHold: disbursementHold === null ? null : UNDER_CHECK });
}

/** The hold of the first talent that has one. */
export function talentHoldOf(talents: readonly { readonly name: string; readonly holdReason: string | null }[]) {
  const held = talents.find(({ holdReason }) => holdReason !== null);
  return held ? `${held.name}：${held.holdReason}` : null;
}

/** The hold that a result of the bank puts on, where it speaks against our books. */
export const bankHold = (lineNumber: string) => `${BANK_SAYS_OTHERWISE}（${lineNumber}）`;

const BANK_SAYS_OTHERWISE = '银行结果与付款记录不一致';

/** Whether a hold is one of those: it goes when people have settled what the bank said; every other hold is lifted by hand. */
export const isBankHold = (reason: string | null) => reason !== null && reason.startsWith(BANK_SAYS_OTHERWISE);
