import type { GivenKey } from '@/components/journal/journal-key';
import type { KeptRegion } from '@/lib/files/rules/region';
import type { EnterpriseFrameData, WizardActs } from './wizard-acts';
import type { DraftView } from '@/lib/application/rules/draft';
import type { PartKey } from '@/lib/application/rules/part-keys';
import type { WizardStep } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';

/** A reviewer's comment of the last return. */
export type CommentView = {
  readonly id: string;
  readonly part: PartKey;
  readonly label: string;
  readonly text: string;
  /** The place on a page that it speaks of. */
  readonly region?: KeptRegion | null;
};

/** Everything that a step of the wizard is drawn from, as plain data. */
export type WizardView = {
  readonly step: WizardStep;
  readonly draft: DraftView;
  readonly config: ProgrammeConfig;
  readonly programme: { readonly name: string; readonly year: number };
  readonly submissionCount: number;
  /** The last day on which it can be handed in. */
  readonly dueOn: ShanghaiDay | null;
  readonly today: ShanghaiDay;
  /** Whose typing this is, the id of who is signed in; and the key of the copy on their computer. */
  readonly journalKey: GivenKey;
  readonly profileFields: readonly string[];
  readonly profileSource: { readonly name: string; readonly on: ShanghaiDay };
  readonly grantedFen: number;
  readonly comments: readonly CommentView[];
  /** The newer version of the programme that the draft may be moved to. */
  readonly newer: { readonly number: number } | null;
  /** The part to land on. */
  readonly at: PartKey | null;
  readonly frame: EnterpriseFrameData;
  readonly acts: WizardActs;
};
