import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { DeskFile } from './desk-view';

/** What an enterprise is asked about one of its cases, and what it said. */
export type OwnStatement = {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly allegation: string;
  readonly askedAt: Date;
  readonly dueOn: ShanghaiDay;
  readonly text: string | null;
  readonly givenAt: Date | null;
  readonly papers: readonly DeskFile[];
  /** It can still be said. */
  readonly isOpen: boolean;
  /** By this person. */
  readonly mayGive: boolean;
};
