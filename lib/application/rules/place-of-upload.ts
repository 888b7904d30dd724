import { z } from 'zod';

/** Where a file is to go, as the wizard names it and as an unfinished upload keeps it. */
export const uploadPlaceSchema = z.strictObject({
  requirementId: z.string().min(1).max(40),
  talentId: z.uuid().nullable(),
  /** The attachment whose place it takes (替换). */
  replaces: z.uuid().nullable().default(null),
});
export type UploadPlace = z.infer<typeof uploadPlaceSchema>;

/** An upload that was begun and is not whole: what a page needs to go on with it. */
export type Unfinished = UploadPlace & {
  readonly uploadId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly fingerprint: string;
  /** Only the person who began it goes on with it. */
  readonly isMine: boolean;
};

/** A file that is in its place no more: replaced by another, or removed. */
export type FormerFile = {
  readonly attachmentId: string;
  readonly requirementId: string;
  readonly talentId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly isReplaced: boolean;
  /** ISO 8601, UTC. */
  readonly removedAt: string;
};

export type ScanMark = 'pending' | 'infected';

/** What stands beside the papers of a draft and is no part of it. */
export type BesidePapers = {
  readonly unfinished: readonly Unfinished[];
  readonly former: readonly FormerFile[];
  /** Files that are not plainly checked, by file id; those found bad are no part of the draft. */
  readonly scans: Readonly<Record<string, ScanMark>>;
  readonly infected: readonly FormerFile[];
  /** Of what the application may hold, with what is on its way. */
  readonly usedBytes: number;
};

/** A paper of an earlier application that may be used again. */
export type EarlierPaper = {
  readonly attachmentId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** ISO 8601, UTC. */
  readonly uploadedAt: string;
  /** Whole months since then. */
  readonly ageMonths: number;
  /** `2025 年度，SQ2025000012，第 2 次提交`. */
  readonly from: string;
};
