import type { Finding } from '@/lib/capture/rules/findings';
import type { Verdict } from '@/lib/capture/rules/judge';

/** A picture that the server has looked at and that nobody has handed in yet. */
export type CheckedPicture = {
  readonly photographId: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly hasFlat: boolean;
};
