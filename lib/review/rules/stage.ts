import type { ApplicationStatus } from '@/lib/application/rules/states';
import type { ReviewStage } from './labels';

/** The stage at which a case waits or is worked on; null outside the review. */
export function stageOf(status: ApplicationStatus): ReviewStage | null {
  if (status === 'SUBMITTED' || status === 'FIRST_REVIEW') return 'FIRST';
  return status === 'AWAITING_FINAL' || status === 'FINAL_REVIEW' ? 'FINAL' : null;
}
