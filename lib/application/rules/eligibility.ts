import type { Answers, EligibilityConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { checkAtLeast, checkNotBefore, checkPeriod, checkWithin, type Finding } from './eligibility-kinds';

export type EligibilityCheck = {
  readonly id: string;
  /** Null while an answer that it needs is missing or cannot be read. */
  readonly passed: boolean | null;
  /** The condition in the programme's words, and where it stands. */
  readonly says: string;
  readonly clause: string | null;
  /** What was found, e.g. `36 个月，不少于 36 个月`; empty while it cannot be checked. */
  readonly evidence: string;
  /** The field that a complaint belongs to, and the complaint with how to mend it; null when it passed or is open. */
  readonly fieldId: string;
  readonly complaint: string | null;
};

/**
 * The programme's conditions of entitlement for one entry, as of the day of the first submission. The clerk sees the
 * complaints, the reviewer the evidence.
 */
export function checkEligibility(
  config: Pick<ProgrammeConfig, 'eligibility'>,
  answers: Answers,
  appliedOn: ShanghaiDay,
): EligibilityCheck[] {
  return config.eligibility.map((condition) => {
    const finding = find(condition, answers, appliedOn);
    return {
      id: condition.id,
      passed: finding?.passed ?? null,
      says: condition.says,
      clause: condition.clause ?? null,
      evidence: finding?.evidence ?? '',
      fieldId: 'to' in condition ? condition.to : condition.field,
      complaint: finding?.passed === false ? finding.complaint : null,
    };
  });
}

function find(condition: EligibilityConfig, answers: Answers, appliedOn: ShanghaiDay): Finding | null {
  switch (condition.kind) {
    case 'period-at-least':
      return checkPeriod(answers[condition.from], answers[condition.to], condition.months);
    case 'within-months-before-applying':
      return checkWithin(answers[condition.field], condition.months, appliedOn);
    case 'months-since-at-least':
      return checkAtLeast(answers[condition.field], condition.months, appliedOn);
    case 'not-before':
      return checkNotBefore(answers[condition.field], answers[condition.other]);
  }
}
