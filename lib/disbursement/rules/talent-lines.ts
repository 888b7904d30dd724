import { z } from 'zod';
import { sumFen, type Fen } from '@/lib/kernel/fen';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { proofAge } from './proof-age';
import type { DisbursementStatus } from './states';

export const LINE_STATES = ['KEPT', 'LEFT_DECLARED', 'FALLEN_AWAY'] as const;
export type LineState = (typeof LINE_STATES)[number];

const grantedLines = z.array(
  z.object({
    talentId: z.uuid(),
    name: z.string().min(1),
    categoryLabel: z.string(),
    grantedFen: z.number().int().nonnegative().safe(),
  }),
);
export type GrantedLine = z.infer<typeof grantedLines>[number];

/**
 * The talents of an approved case that are still to be paid, in the order of the submitted version: those with money
 * who did not fall away in an earlier disbursement of the same case. Throws when the award was written by nobody of ours.
 */
export function payableLines(awardLines: unknown, fallenTalentIds: ReadonlySet<string>): GrantedLine[] {
  return grantedLines.parse(awardLines).filter((line) => line.grantedFen > 0 && !fallenTalentIds.has(line.talentId));
}

/** A talent's part as the rules see it. KEPT with a reason means: declared 已离职, and decided to be paid all the same. */
export type TalentLine = {
  readonly id: string;
  readonly name: string;
  readonly amountFen: Fen;
  readonly state: LineState;
  readonly leftReason: string | null;
  /** The day that the current proof bears; null where none was uploaded. */
  readonly proofIssuedOn: ShanghaiDay | null;
};

export type ProofNeed = 'none' | 'missing' | 'too-old' | 'waits-for-decision' | 'fallen-away';

/** What is still wanted of the enterprise for one talent. Decided ones need no proof. */
export function proofNeed(line: TalentLine, today: ShanghaiDay, maxAgeDays: number): ProofNeed {
  if (line.state === 'FALLEN_AWAY') return 'fallen-away';
  if (line.state === 'LEFT_DECLARED') return 'waits-for-decision';
  if (line.leftReason !== null) return 'none';
  if (line.proofIssuedOn === null) return 'missing';
  return proofAge(line.proofIssuedOn, today, maxAgeDays) === 'fresh' ? 'none' : 'too-old';
}

/** The day on which proofs are judged: today up to the confirmation, and from then on the day on which it was given. */
export function proofsJudgedOn(
  { status, confirmedAt }: { readonly status: DisbursementStatus; readonly confirmedAt: Date | null },
  today: ShanghaiDay,
): ShanghaiDay {
  const isOpen = status === 'AWAITING_PROOF' || status === 'AWAITING_CONFIRMATION';
  return confirmedAt && !isOpen ? shanghaiDayOf(confirmedAt) : today;
}

/** True when every talent has a recent proof or is decided, and somebody is left to be paid. */
export function proofsComplete(lines: readonly TalentLine[], today: ShanghaiDay, maxAgeDays: number): boolean {
  const needs = lines.map((line) => proofNeed(line, today, maxAgeDays));
  return needs.includes('none') && needs.every((need) => need === 'none' || need === 'fallen-away');
}

/** Names of those whose proof is too old on that day. */
export function withOldProofs(lines: readonly TalentLine[], today: ShanghaiDay, maxAgeDays: number): string[] {
  return lines.filter((line) => proofNeed(line, today, maxAgeDays) === 'too-old').map((line) => line.name);
}

/** What is to be paid: everybody who did not fall away; a declaration that waits still counts. */
export function payableFen(lines: readonly Pick<TalentLine, 'amountFen' | 'state'>[]): Fen {
  return sumFen(lines.filter((line) => line.state !== 'FALLEN_AWAY').map((line) => line.amountFen));
}
