import { z } from 'zod';
import { factsField, paperIds } from './objection.schema';

const reason = (least: number, most: number) =>
  z.string().trim().min(least, `请写明，至少 ${least} 个字。`).max(most, `不超过 ${most} 个字。`);

export const objectionIdSchema = z.object({ id: z.uuid() });
export const notAcceptSchema = z.object({ id: z.uuid(), answer: reason(5, 1000) });
export const holdSchema = z.object({ id: z.uuid(), scope: z.enum(['CASE', 'TALENT', 'NONE']) });
export const noteSchema = z.object({ id: z.uuid(), text: reason(2, 1000) });
export const askStatementSchema = z.object({ id: z.uuid(), applicationId: z.uuid(), allegation: reason(10, 1000) });
export const clueSchema = z.object({ id: z.uuid(), result: reason(2, 500) });

/** `3、5`: lines of a whole list that an upheld objection takes out; none where the list is to be taken down. */
const places = z
  .string()
  .default('')
  .transform((text) => [...new Set((text.match(/\d+/g) ?? []).map(Number))]);

export const upholdSchema = z.object({
  id: z.uuid(),
  /** To the objector. */
  answer: reason(5, 1000),
  /** To the enterprise, which must not learn who objected. */
  reason: reason(5, 300),
  places,
});
export const dismissSchema = z.object({ id: z.uuid(), answer: reason(5, 1000) });

export const giveStatementSchema = z.object({ id: z.uuid(), text: factsField, fileIds: paperIds });
export type UpholdInput = z.infer<typeof upholdSchema>;
