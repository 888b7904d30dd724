import { z } from 'zod';

const text = z.string().max(400);

/** A list as it is printed: head, facts, one table whose rows go on from page to page, a line at the foot. */
export const listModelSchema = z.strictObject({
  title: z.string().min(2).max(12),
  number: z.string().regex(/^[A-Z0-9-]{4,20}$/),
  /** Whose list it is, above the title. */
  office: text,
  facts: z.array(
    z
      .array(z.strictObject({ label: text, value: text }))
      .min(1)
      .max(2),
  ),
  /** Widths in mm, together the 162 of the column. */
  columns: z.array(
    z.strictObject({ title: text, width: z.number().positive(), align: z.enum(['start', 'center', 'end']).optional() }),
  ),
  rows: z.array(z.strictObject({ cells: z.array(text), isStrong: z.boolean().optional() })),
  foot: text,
  /** Stands in the file as the time of its making. */
  madeOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

export type ListModel = z.infer<typeof listModelSchema>;
