import { z } from 'zod';
import { regionSchema } from '@/lib/files/rules/region';

const applicationId = z.uuid();
/** Reasons of the library that were inserted into the text. */
const reasonIds = z.array(z.uuid()).max(10).optional();
const text = z.string().trim().min(2, '请写明，至少 2 个字').max(500, '最多 500 个字');

/** What the acts of a reviewer are given. */
export const caseSchema = z.strictObject({ applicationId });
export const reasonedSchema = z.strictObject({ applicationId, reason: text, reasonIds });
export const lookSchema = z.strictObject({ applicationId, parts: z.array(z.string().min(1).max(120)).max(20) });
export const decisionSchema = z.strictObject({
  applicationId,
  talentId: z.uuid(),
  supported: z.boolean(),
  reason: text.nullable(),
  reasonIds,
});
const key = z.string().min(1).max(120);
export const commentSchema = z.strictObject({
  applicationId,
  target: key,
  text,
  reasonIds,
  region: regionSchema.optional(),
});
export const markPlaceSchema = z.strictObject({ applicationId, pin: key, paper: key, region: regionSchema });
export const withdrawCommentSchema = z.strictObject({ applicationId, commentId: z.uuid() });
export const revealSchema = z.strictObject({ applicationId, talentId: z.uuid(), fieldId: z.string().max(40) });

export const handOverSchema = z.strictObject({ applicationId, toId: z.uuid('请选择同事'), reason: text });
export const askOpinionSchema = z.strictObject({ applicationId, ofId: z.uuid('请选择同事'), question: text });
export const opinionSchema = z.strictObject({ opinionId: z.uuid() });
export const answerOpinionSchema = z
  .strictObject({
    opinionId: z.uuid(),
    verdict: z.enum(['AGREE', 'DISAGREE', 'REMARK'], '请选择意见'),
    answer: z.string().trim().max(1000, '最多 1000 个字'),
  })
  .refine(({ verdict, answer }) => verdict === 'AGREE' || answer.length >= 2, {
    path: ['answer'],
    message: '请写明意见，至少 2 个字',
  });
