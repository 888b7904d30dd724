import { z } from 'zod';

const applicationId = z.uuid();
const text = z.string().trim().min(2, '请写明，至少 2 个字').max(500, '最多 500 个字');

/** What the acts of a reviewer are given. */
export const caseSchema = z.strictObject({ applicationId });
export const reasonedSchema = z.strictObject({ applicationId, reason: text });
export const lookSchema = z.strictObject({ applicationId, parts: z.array(z.string().min(1).max(120)).max(20) });
export const decisionSchema = z.strictObject({
  applicationId,
  talentId: z.uuid(),
  supported: z.boolean(),
  reason: text.nullable(),
});
export const commentSchema = z.strictObject({ applicationId, target: z.string().min(1).max(120), text });
export const withdrawCommentSchema = z.strictObject({ applicationId, commentId: z.uuid() });
export const revealSchema = z.strictObject({ applicationId, talentId: z.uuid(), fieldId: z.string().max(40) });
