import { applies } from '@/lib/forms/rules/conditions';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import type { Answers, EligibilityConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
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

/** What the conditions are read from. */
export type EligibilityRules = Pick<ProgrammeConfig, 'eligibility' | 'entry' | 'categories'>;

/**
 * The programme's conditions of entitlement for one entry, as of the day of the first submission. The clerk sees the
 * complaints, the reviewer the evidence. A condition on a choice that was not made (博士 only for B) is left out.
 */
export function checkEligibility(
  config: EligibilityRules,
  answers: Answers,
  appliedOn: ShanghaiDay,
): EligibilityCheck[] {
  return config.eligibility
    .filter((rule) => rule.kind !== 'requires' || applies(rule.when, answers))
    .map((rule) => {
      const finding = find(rule, answers, appliedOn, config);
      return {
        id: rule.id,
        passed: finding?.passed ?? null,
        says: rule.says,
        clause: rule.clause ?? null,
        evidence: finding?.evidence ?? '',
        fieldId: 'to' in rule ? rule.to : rule.field,
        complaint: finding?.passed === false ? finding.complaint : null,
      };
    });
}

function find(
  rule: EligibilityConfig,
  answers: Answers,
  appliedOn: ShanghaiDay,
  config: EligibilityRules,
): Finding | null {
  switch (rule.kind) {
    case 'period-at-least':
      return checkPeriod(answers[rule.from], answers[rule.to], rule.months);
    case 'within-months-before-applying':
      return checkWithin(answers[rule.field], rule.months, appliedOn);
    case 'months-since-at-least':
      return checkAtLeast(answers[rule.field], rule.months, appliedOn);
    case 'not-before':
      return checkNotBefore(answers[rule.field], answers[rule.other]);
    case 'requires':
      return checkRequired(rule, answers, config);
  }
}

function checkRequired(
  rule: Extract<EligibilityConfig, { kind: 'requires' }>,
  answers: Answers,
  { entry, categories }: EligibilityRules,
): Finding | null {
  const field = fieldsOf(entry).find(({ id }) => id === rule.field);
  const shown = field ? displayAnswer(field, answers[rule.field], categories) : '';
  if (shown === '') return null;
  return applies(rule.must, answers)
    ? { passed: true, evidence: `${shown}，相符`, complaint: '' }
    : { passed: false, evidence: `${shown}，不相符`, complaint: `所填“${shown}”与要求不符：${rule.says}。请核对。` };
}
