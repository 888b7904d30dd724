import type { OpinionVerdict, ReviewStage } from './labels';
import type { OpinionStatus } from './states';

/** One 加签 on a case as reviewers see it. */
export type OpinionView = {
  readonly id: string;
  readonly stage: ReviewStage;
  readonly by: string;
  readonly of: string;
  readonly question: string;
  readonly status: OpinionStatus;
  readonly verdict: OpinionVerdict | null;
  readonly answer: string | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  /** It waits for the person who looks. */
  readonly isForMe: boolean;
  readonly mayWithdraw: boolean;
};

/** Who gave the case in hand to the person who looks, and why. */
export type GivenBy = { readonly name: string; readonly reason: string; readonly at: Date };

export const openOnes = (opinions: readonly OpinionView[]): OpinionView[] =>
  opinions.filter(({ status }) => status === 'ASKED');
