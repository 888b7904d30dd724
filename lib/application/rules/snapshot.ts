import { z } from 'zod';

const text = z.string();
const fen = z.number().int().nonnegative().safe();
const answers = z.record(text, text);

const contactSchema = z.object({ id: text, name: text, maskedMobile: text, maskedEmail: text });

/** `hash` is the blind index of the clear value: equal hashes are equal values, whatever the masks show. */
const sealedSchema = z.record(text, z.object({ masked: text, hash: text }));

const talentSchema = z.object({
  id: text,
  position: z.number().int().nonnegative(),
  name: text,
  idType: text,
  category: text,
  categoryLabel: text,
  answers,
  sealed: sealedSchema,
  standardFen: fen,
});

const attachmentSchema = z.object({
  id: text,
  requirementId: text,
  talentId: text.nullable(),
  fileId: text,
  fileName: text,
  mediaType: text,
  sizeBytes: z.number().int().nonnegative(),
  sha256: text,
});

const awardSchema = z.object({
  lines: z.array(
    z.object({
      talentId: text,
      name: text,
      categoryLabel: text,
      standardFen: fen,
      supported: z.boolean(),
      grantedFen: fen,
      cutFen: fen,
      note: text.optional(),
    }),
  ),
  standardTotalFen: fen,
  capFen: fen,
  usedFen: fen,
  roomFen: fen,
  totalFen: fen,
});

/**
 * The frozen picture of one submission (第 N 次提交). Everything a reviewer judges stands in it, so that later changes
 * of the enterprise, the programme or the draft cannot reach what was handed in. Sealed values are masked here; their
 * clear text is copied in the sealed table under the submission's row.
 */
export const submissionSnapshotSchema = z.object({
  schema: z.literal(1),
  number: z.number().int().positive(),
  submittedAt: text,
  programme: z.object({ id: text, versionId: text, code: text, name: text, year: z.number().int() }),
  enterprise: z.object({ id: text, name: text, uscc: text }),
  answers,
  contact: contactSchema,
  talents: z.array(talentSchema),
  attachments: z.array(attachmentSchema),
  instructionsVersion: text,
  /** As expected on the day of submission. */
  award: awardSchema,
});

export type SubmissionSnapshot = z.infer<typeof submissionSnapshotSchema>;
export type SnapshotTalent = z.infer<typeof talentSchema>;
export type SnapshotAttachment = z.infer<typeof attachmentSchema>;

/** Reads a snapshot out of its JSON column. Throws when it is none: what was stored is damaged. */
export function parseSnapshot(json: unknown): SubmissionSnapshot {
  return submissionSnapshotSchema.parse(json);
}
