import type { WindowState } from '@/lib/programme/rules/window';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import type { Held } from './decide-submission';
import { PUBLIC_STATUS } from './labels';
import type { ApplicationRefusal } from './refusals';
import type { ApplicationStatus } from './states';

export type WithdrawalCase = {
  readonly status: ApplicationStatus;
  /** Whether a reviewer ever claimed the submission that is in now. */
  readonly claimedThisVersion: boolean;
  readonly submissionCount: number;
  readonly window: WindowState;
  readonly holdReason: string | null;
};

export type WithdrawalRefusal =
  Held | Extract<ApplicationRefusal, { code: 'already-claimed' | 'not-editable' | 'window-closed' }>;

/** Ends the application for good: while nobody has begun to review this submission, or after a return. */
export function decideWithdrawal(facts: WithdrawalCase): Result<undefined, WithdrawalRefusal> {
  return facts.status === 'RETURNED' ? ok() : notYetClaimed(facts);
}

/**
 * Takes a submission back to go on editing: the first one becomes a draft again while the window is open, a later one
 * goes back to RETURNED under the deadline it had.
 */
export function decideTakeBack(
  facts: WithdrawalCase,
): Result<{ readonly to: 'DRAFT' | 'RETURNED' }, WithdrawalRefusal> {
  const unclaimed = notYetClaimed(facts);
  if (!unclaimed.ok) return unclaimed;
  if (facts.submissionCount > 1) return ok({ to: 'RETURNED' });
  const { state, closesOn } = facts.window;
  return state === 'closed' ? refuse({ code: 'window-closed', closesOn, mayWithdraw: true }) : ok({ to: 'DRAFT' });
}

function notYetClaimed({
  status,
  claimedThisVersion,
  holdReason,
}: WithdrawalCase): Result<undefined, WithdrawalRefusal> {
  if (status === 'FIRST_REVIEW' || status === 'FINAL_REVIEW') return refuse({ code: 'already-claimed' });
  if (status !== 'SUBMITTED') return refuse({ code: 'not-editable', now: PUBLIC_STATUS[status].word });
  if (claimedThisVersion) return refuse({ code: 'already-claimed' });
  return holdReason === null ? ok() : refuse({ code: 'held', reason: holdReason });
}
