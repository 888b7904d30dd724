import type { Deadline } from '@/lib/application/rules/deadlines';
import type { Award } from '@/lib/application/rules/award';
import type { Change } from '@/lib/application/rules/changes';
import type { PartKey } from '@/lib/application/rules/part-keys';
import type { SnapshotAttachment, SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import type { KeptRegion } from '@/lib/files/rules/region';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { PreCheck } from './checks';
import type { DueMark } from './due';
import type { Elsewhere } from './elsewhere';
import type { IdCheck } from './id-check';
import type { ReviewStage } from './labels';
import type { GivenBy, OpinionView } from './opinions';
import type { Places } from './proof-places';
import type { ReasonChoice, ReasonPurpose } from './reasons';

export type CommentView = {
  readonly id: string;
  readonly target: PartKey;
  readonly text: string;
  readonly region: KeptRegion | null;
  readonly stage: ReviewStage;
  readonly submission: number;
  readonly at: Date;
  readonly sent: boolean;
  readonly mine: boolean;
};

export type DecisionView = { readonly supported: boolean; readonly reason: string | null; readonly stage: ReviewStage };

/** Why a case cannot be taken, where it stands in a queue. */
export type ClaimBar = 'other-role' | 'decided-at-first' | 'refused-before' | 'kept' | 'held';

export type OtherCase = { readonly id: string; readonly number: string };

export type TimelineEntry = {
  readonly at: Date;
  readonly word: string;
  readonly by: string;
  readonly note: string | null;
};

/** A submitted case with everything that is judged, as the person who asks may see and take it. */
export type CaseView = {
  readonly id: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly stage: ReviewStage | null;
  readonly enterprise: { readonly id: string; readonly name: string; readonly uscc: string };
  readonly submission: number;
  readonly submittedAt: Date | null;
  readonly due: DueMark | null;
  readonly holdReason: string | null;
  readonly snapshot: SubmissionSnapshot;
  readonly config: ProgrammeConfig;
  readonly changes: readonly Change[];
  /** What was attached to the submission before. */
  readonly previousFiles: readonly SnapshotAttachment[];
  /** The day of the first submission, by which conditions are judged. */
  readonly appliedOn: ShanghaiDay;
  readonly checks: Readonly<Record<string, readonly PreCheck[]>>;
  /** Talent id → the other case in which this person was granted. */
  readonly grantedElsewhere: Readonly<Record<string, OtherCase>>;
  /** Talent id → the check character of the resident ID, null where it is none. */
  readonly idChecks: Readonly<Record<string, IdCheck | null>>;
  readonly elsewhere: Elsewhere;
  readonly places: Places;
  readonly decisions: Readonly<Record<string, DecisionView>>;
  /** What was decided of a talent in the submission before. */
  readonly earlier: Readonly<Record<string, boolean>>;
  readonly comments: readonly CommentView[];
  readonly parts: readonly PartKey[];
  readonly looked: readonly PartKey[];
  readonly claim: {
    readonly mine: boolean;
    readonly name: string;
    readonly since: Date;
    readonly until: Date;
  } | null;
  /** The active colleague for whom the case is kept. */
  readonly keptFor: string | null;
  readonly mayClaim: boolean;
  /** The stage at which this person takes cases: the present one where both are theirs. Null for other staff. */
  readonly myStage: ReviewStage | null;
  readonly claimBar: ClaimBar | null;
  /** This person ended the last hold of this submission with a decision, and nobody has taken it since. */
  readonly endedByMe: boolean;
  readonly proposedRejection: string | null;
  /** Why the enterprise asked for 复核, while that is under way. */
  readonly appealReason: string | null;
  /** As granted, or as it would be if it were decided now. */
  readonly award: Award;
  readonly approvedFen: number | null;
  readonly decisionReason: string | null;
  readonly returnDeadline: string | null;
  /** Until when the enterprise must hand in again if it is returned now. */
  readonly returnBy: Deadline;
  readonly otherCases: number;
  readonly opinions: readonly OpinionView[];
  /** Who may be given or asked about the case; empty unless this person holds it. */
  readonly colleagues: readonly {
    readonly id: string;
    readonly name: string;
    readonly stages: readonly ReviewStage[];
  }[];
  readonly givenBy: GivenBy | null;
  /** Reasons of the library that its programme may use. */
  readonly library: readonly (ReasonChoice & { readonly purpose: ReasonPurpose })[];
  /** Changes with hands, state and opinions: a page that watches the case compares it. */
  readonly stamp: string;
  readonly timeline: readonly TimelineEntry[];
};
