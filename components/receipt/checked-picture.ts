import type { ReceiptValues } from '@/lib/capture/queries';
import type { Finding } from '@/lib/capture/rules/findings';
import type { VoidedVersion } from '@/lib/capture/rules/voided-words';
import type { Verdict } from '@/lib/capture/rules/judge';

/** A picture that the server has looked at and that nobody has handed in yet. */
export type CheckedPicture = {
  readonly photographId: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly hasFlat: boolean;
  readonly values: ReceiptValues;
  /** Set where the picture shows a version that is void. */
  readonly voided?: VoidedVersion | null;
};
