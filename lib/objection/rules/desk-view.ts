import type { ApplicationStatus } from '@/lib/application/rules/states';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Via } from './labels';
import type { ObjectionStatus } from './states';

export const OBJECTION_VIEWS = ['received', 'handling', 'decided', 'clues'] as const;
export type ObjectionView = (typeof OBJECTION_VIEWS)[number];

export type ObjectionLine = {
  readonly id: string;
  readonly number: string;
  readonly status: ObjectionStatus;
  readonly isLate: boolean;
  readonly via: Via;
  readonly receivedAt: Date;
  readonly decidedAt: Date | null;
  readonly noticeNumber: string;
  readonly about: string;
  /** Masked. */
  readonly objector: string;
  readonly dueOn: ShanghaiDay | null;
  readonly isOverdue: boolean;
};

export type ClueLine = {
  readonly id: string;
  readonly noticeId: string;
  readonly noticeNumber: string;
  readonly lines: readonly number[];
  readonly facts: string;
  readonly at: Date;
  readonly seenAt: Date | null;
  readonly result: string | null;
};

export type DeskFile = {
  readonly id: string;
  readonly originalName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};

export type DeskSubject = {
  readonly place: number;
  readonly enterpriseName: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseStatus: ApplicationStatus;
  readonly talentName: string;
  readonly amountFen: number;
  readonly outcome: string | null;
};

export type DeskStatement = {
  readonly id: string;
  readonly enterpriseName: string;
  readonly allegation: string;
  readonly askedAt: Date;
  readonly dueOn: ShanghaiDay;
  readonly text: string | null;
  readonly givenAt: Date | null;
  readonly papers: readonly DeskFile[];
};

/** A case whose enterprise may be asked. */
export type CaseToAsk = { readonly applicationId: string; readonly number: string; readonly enterpriseName: string };

export type DeskObjection = {
  readonly id: string;
  readonly number: string;
  readonly status: ObjectionStatus;
  readonly isWholeList: boolean;
  readonly isLate: boolean;
  readonly via: Via;
  readonly facts: string;
  readonly receivedAt: Date;
  readonly takenAt: Date | null;
  readonly decidedAt: Date | null;
  readonly notice: { readonly id: string; readonly number: string; readonly title: string };
  readonly acceptDueOn: ShanghaiDay;
  readonly decideDueOn: ShanghaiDay | null;
  readonly holdScope: 'CASE' | 'TALENT' | null;
  readonly answer: string | null;
  /** Masked. */
  readonly objector: { readonly name: string; readonly telephone: string; readonly email: string | null };
  readonly takenBy: string | null;
  readonly decidedBy: string | null;
  readonly subjects: readonly DeskSubject[];
  readonly papers: readonly DeskFile[];
  readonly notes: readonly { readonly id: string; readonly at: Date; readonly by: string; readonly text: string }[];
  readonly statements: readonly DeskStatement[];
  readonly toAsk: readonly CaseToAsk[];
  readonly mayHandle: boolean;
  readonly mayDecide: boolean;
};
