import type { WindowState } from '@/lib/programme/rules/window';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { isPastDay } from './deadlines';
import { PUBLIC_STATUS } from './labels';
import type { Obstacle } from './obstacles';
import type { ApplicationRefusal } from './refusals';
import type { ApplicationStatus } from './states';

export type Held = { readonly code: 'held'; readonly reason: string };

export type SubmitRefusal =
  | Held
  | Extract<
      ApplicationRefusal,
      {
        code:
          | 'not-editable'
          | 'stale-revision'
          | 'window-not-open'
          | 'window-closed'
          | 'deadline-passed'
          | 'instructions-not-accepted'
          | 'obstacles'
          | 'person-already-granted';
      }
    >;

export type SubmissionCase = {
  readonly applicationId: string;
  readonly programme: string;
  readonly status: ApplicationStatus;
  readonly now: Date;
  readonly window: WindowState;
  readonly returnDeadline: ShanghaiDay | null;
  readonly returnedStage: 'FIRST' | 'FINAL' | null;
  readonly submissionCount: number;
  /** Why the case or the enterprise is held; null when it is not. */
  readonly holdReason: string | null;
  readonly frozen: boolean;
  readonly revision: number;
  readonly seenRevision: number;
  readonly acceptedInstructions: string | null;
  readonly currentInstructions: string;
  readonly obstacles: readonly Obstacle[];
  /** Talents who were granted this programme before, by whomever; submitting warns once and then goes on. */
  readonly grantedTalents: readonly { readonly id: string; readonly name: string }[];
  readonly insistsOnGranted: boolean;
};

export type SubmissionDecision = {
  readonly event: 'submit' | 'resubmit';
  readonly to: 'SUBMITTED' | 'AWAITING_FINAL';
  /** 第 N 次提交. */
  readonly number: number;
};

/**
 * Whether an application can be handed in now, and where it goes. Refuses with the first thing that stands in the way
 * in this order: state, revision, hold, time, instructions, obstacles (all at once), persons granted before.
 */
export function decideSubmission(facts: SubmissionCase): Result<SubmissionDecision, SubmitRefusal> {
  const editable = decideEdit(facts);
  if (!editable.ok) return editable;
  const { applicationId, acceptedInstructions, currentInstructions, obstacles, programme, status, window } = facts;
  if (facts.seenRevision !== facts.revision) return refuse({ code: 'stale-revision' });
  if (status === 'DRAFT' && window.state === 'before') {
    return refuse({ code: 'window-not-open', opensOn: window.opensOn });
  }
  if (acceptedInstructions !== currentInstructions) return refuse({ code: 'instructions-not-accepted', programme });
  if (obstacles.length > 0) return refuse({ code: 'obstacles', applicationId, obstacles });
  if (facts.grantedTalents.length > 0 && !facts.insistsOnGranted) {
    return refuse({ code: 'person-already-granted', talents: facts.grantedTalents });
  }
  const number = facts.submissionCount + 1;
  if (status === 'DRAFT') return ok({ event: 'submit', to: 'SUBMITTED', number });
  return ok({ event: 'resubmit', to: facts.returnedStage === 'FINAL' ? 'AWAITING_FINAL' : 'SUBMITTED', number });
}

export type EditCase = Pick<
  SubmissionCase,
  'status' | 'now' | 'window' | 'returnDeadline' | 'holdReason' | 'frozen' | 'submissionCount'
>;

export type EditRefusal =
  Held | Extract<ApplicationRefusal, { code: 'not-editable' | 'window-closed' | 'deadline-passed' }>;

/**
 * Whether answers and files may still be changed: a draft until its window closes, a returned case until its deadline
 * whether or not the window is open. A hold stops a deadline as well as the changing.
 */
export function decideEdit(facts: EditCase): Result<undefined, EditRefusal> {
  const { status, now, window, returnDeadline } = facts;
  if (status !== 'DRAFT' && status !== 'RETURNED') {
    return refuse({ code: 'not-editable', now: PUBLIC_STATUS[status].word });
  }
  if (facts.frozen) return refuse({ code: 'held', reason: '本单位的账户已冻结' });
  if (facts.holdReason !== null) return refuse({ code: 'held', reason: facts.holdReason });
  if (status === 'DRAFT') {
    return window.state === 'closed' ? refuse({ code: 'window-closed', closesOn: window.closesOn }) : ok();
  }
  return returnDeadline !== null && isPastDay(returnDeadline, now)
    ? refuse({ code: 'deadline-passed', deadline: returnDeadline })
    : ok();
}
