import { z } from 'zod';

export const TEXT_MAX = 1000;

/** 留言: `key` is chosen by the page, so that a second click finds the first one's message. */
export const messageSchema = z.strictObject({
  applicationId: z.uuid(),
  key: z.uuid(),
  text: z
    .string()
    .trim()
    .min(1, '请写下留言的内容。')
    .refine((text) => [...text].length <= TEXT_MAX, `留言不超过 ${TEXT_MAX} 个字，请分几条写。`),
});

/** Up to which message a side has read; what came in meanwhile stays unread. */
export const readSchema = z.strictObject({ applicationId: z.uuid(), upTo: z.coerce.date() });
