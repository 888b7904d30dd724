import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { talentAnswers } from './draft';
import { checkEligibility } from './eligibility';
import type { SubmissionSnapshot } from './snapshot';

/** How the conditions of a whole submission stand: red where one fails, amber where a person must look. */
export type CheckTone = 'green' | 'amber' | 'red';

/** What a reviewer's queue filters by, as it follows from one submission; kept in columns since a list asks for it. */
export type QueueFacts = {
  readonly checkTone: CheckTone;
  readonly categories: string[];
  /** 企业规模, where the programme asks for it. */
  readonly scale: string | null;
};

/** Judged by the day of the first submission, as the pre-checks on the case are. */
export function queueFacts(
  { talents, answers }: Pick<SubmissionSnapshot, 'talents' | 'answers'>,
  config: ProgrammeConfig,
  appliedOn: ShanghaiDay,
): QueueFacts {
  const results = talents.flatMap((talent) => checkEligibility(config, talentAnswers(talent), appliedOn));
  const isRed = results.some(({ passed }) => passed === false);
  const isOpen = results.some(({ passed }) => passed === null);
  const scaleField = fieldsOf(config.enterprise).find(({ fromProfile }) => fromProfile === 'scale');
  return {
    checkTone: isRed ? 'red' : isOpen ? 'amber' : 'green',
    categories: [...new Set(talents.map(({ category }) => category))].sort(),
    scale: (scaleField && answers[scaleField.id]?.trim()) || null,
  };
}
