import { daysBetween, type ShanghaiDay } from '@/lib/kernel/shanghai-day';

export type ProofAge = 'fresh' | 'too-old' | 'in-future';

/**
 * Whether a 在职证明 is recent enough on the day of an act. The day of the act is not counted: with 30 days, a paper
 * of 24 October is fresh on 23 November and too old on the 24th.
 */
export function proofAge(issuedOn: ShanghaiDay, today: ShanghaiDay, maxAgeDays: number): ProofAge {
  const age = daysBetween(issuedOn, today);
  if (age < 0) return 'in-future';
  return age <= maxAgeDays ? 'fresh' : 'too-old';
}
