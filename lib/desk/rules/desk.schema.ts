import { z } from 'zod';
import { reasonSchema } from '@/lib/enterprise/rules/register.schema';

export const requestIdSchema = z.strictObject({ id: z.uuid() });
/** A refusal or return; the enterprise reads it. */
export const answerSchema = z.strictObject({ id: z.uuid(), reason: reasonSchema });
/** A grant: what was checked, in words; optional. */
export const grantSchema = z.strictObject({
  id: z.uuid(),
  reason: z.string().trim().max(300, '说明不超过 300 个字。'),
});
export const freezeSchema = z.strictObject({ enterpriseId: z.uuid(), reason: reasonSchema });
export const lookOverSchema = z.strictObject({ id: z.uuid() });
