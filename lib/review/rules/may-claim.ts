import type { ApplicationStatus } from '@/lib/application/rules/states';

export type ClaimFacts = {
  readonly status: ApplicationStatus;
  readonly claimedById: string | null;
  /** Of an active colleague; null where that person has left. */
  readonly reservedForId: string | null;
  readonly isHeld: boolean;
  readonly me: string;
  /** The roles of this person that matter here. */
  readonly isFirst: boolean;
  readonly isFinal: boolean;
  /** Whether this person decided any version of the case at the first stage. */
  readonly decidedAtFirst: boolean;
  /** Whether this person refused the case before 复核 was asked for. */
  readonly refusedBefore: boolean;
};

/** Whether somebody may take a case now. The command asks the same again before it writes. */
export function mayClaim({ status, claimedById, reservedForId, isHeld, me, ...own }: ClaimFacts): boolean {
  if (claimedById !== null || isHeld) return false;
  if (reservedForId !== null && reservedForId !== me) return false;
  if (status === 'SUBMITTED') return own.isFirst;
  return status === 'AWAITING_FINAL' && own.isFinal && !own.decidedAtFirst && !own.refusedBefore;
}
