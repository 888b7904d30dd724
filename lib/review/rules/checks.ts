import { checkEligibility } from '@/lib/application/rules/eligibility';
import { talentAnswers } from '@/lib/application/rules/draft';
import type { SnapshotTalent } from '@/lib/application/rules/snapshot';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';

/** One line of the pre-checks beside a talent's fields: what is asked, what was found. */
export type PreCheck = {
  readonly id: string;
  readonly fieldId: string;
  /** `open`: an answer that it needs is missing, a person must look. */
  readonly result: 'passed' | 'failed' | 'open';
  readonly says: string;
  readonly evidence: string;
};

/** The programme's conditions for one submitted talent, judged by the day of the first submission. */
export function preChecks(talent: SnapshotTalent, config: ProgrammeConfig, appliedOn: ShanghaiDay): PreCheck[] {
  return checkEligibility(config, talentAnswers(talent), appliedOn).map(({ id, fieldId, passed, says, evidence }) => ({
    id,
    fieldId,
    result: passed === null ? 'open' : passed ? 'passed' : 'failed',
    says,
    evidence: evidence || '填写不全，请人工核对',
  }));
}

/** `全部通过` or `2 项需看`, for the queue. */
export function preCheckSummary(checks: readonly PreCheck[]): string {
  const open = checks.filter(({ result }) => result !== 'passed').length;
  return open === 0 ? '全部通过' : `${open} 项需看`;
}

/** Red where a condition does not hold, amber where a person must look. */
export function preCheckTone(checks: readonly PreCheck[]): 'green' | 'amber' | 'red' {
  if (checks.some(({ result }) => result === 'failed')) return 'red';
  return checks.some(({ result }) => result === 'open') ? 'amber' : 'green';
}
