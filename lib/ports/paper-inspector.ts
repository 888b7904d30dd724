import type { Finding } from '@/lib/capture/rules/findings';
import type { Inspection } from '@/lib/capture/rules/inspection';
import type { Result } from '@/lib/kernel/result';

export type InspectedPaper = {
  readonly inspection: Inspection;
  /** What the picture alone tells, in the codes of photographs; the area that printed the paper has its own words. */
  readonly findings: readonly Finding[];
};

/** `not-readable`: neither JPEG, PNG nor PDF, damaged, or it took too long. */
export type ScanRefusal = { readonly code: 'not-readable' };

export type PaperInspector = {
  /**
   * Looks for a printed sheet in an uploaded picture, or on the first page of a PDF. Keeps and encodes nothing. Safe to
   * repeat: the same bytes give the same answer.
   */
  inspect(bytes: Uint8Array): Promise<Result<InspectedPaper, ScanRefusal>>;
};

export type ScanRequest = { readonly kind: 'paper'; readonly bytes: Uint8Array };
export type ScanAnswer =
  | { readonly kind: 'paper-read'; readonly result: Result<InspectedPaper, ScanRefusal> }
  | { readonly kind: 'failed'; readonly message: string };
