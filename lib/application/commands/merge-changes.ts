import { z } from 'zod';
import type { Answers } from '@/lib/programme/rules/config';

/** One changed field as the browser sends it: what it had seen there, and what stands there now. */
export const changeSchema = z.strictObject({
  fieldId: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/),
  was: z.string().max(4000),
  value: z.string().max(4000),
  /** What the same window sent before without an answer: it may stand there, and is no other window's doing. */
  tried: z.array(z.string().max(4000)).max(8).optional(),
  /** Typed in a window before this one, which knows nothing of what this one wrote. */
  restored: z.boolean().optional(),
});
export type FieldChange = z.infer<typeof changeSchema>;

/** The same field was changed in another window meanwhile: both values are shown and one is chosen. */
export type FieldConflict = {
  readonly fieldId: string;
  readonly mine: string;
  readonly theirs: string;
  /** Who saved the other value and when (ISO 8601, UTC): a colleague, or (null) oneself in another window. */
  readonly by?: { readonly name: string | null; readonly at: string };
};

export type Merged = {
  /** Field id → new value; only of those that are taken over. */
  readonly taken: Answers;
  readonly conflicts: readonly FieldConflict[];
};

/**
 * Merges changes into what stands there now. Changes to different fields go together; a field that does not stand as
 * the browser had seen it, nor as it is to stand, is a conflict and is left, unless the same window wrote it last
 * (`isOwn`). What revision a window saw counts nothing: it may have fetched the draft anew while somebody was typing. Of sealed fields `standing` has the mask and `clear` what is under it. Sending the same changes again
 * changes nothing.
 */
export function mergeChanges(
  standing: Answers,
  changes: readonly FieldChange[],
  given: { keep: (change: FieldChange) => string; isOwn?: (fieldId: string) => boolean; clear?: Answers },
): Merged {
  const { keep, isOwn = () => false, clear = {} } = given;
  const taken: Record<string, string> = {};
  const conflicts: FieldConflict[] = [];
  for (const change of changes) {
    const { fieldId, was, tried = [] } = change;
    const now = standing[fieldId] ?? '';
    const value = keep(change);
    const own = [value, ...tried.map((text) => keep({ fieldId, was, value: text }))];
    const isOverOwn = !change.restored && isOwn(fieldId);
    if (now === was || own.includes(clear[fieldId] ?? now) || isOverOwn) taken[fieldId] = value;
    else conflicts.push({ fieldId, mine: change.value, theirs: now });
  }
  return { taken, conflicts };
}

/** The answers with those taken over; an emptied answer is not kept as an empty text. */
export function withAnswers(standing: Answers, taken: Answers): Answers {
  return Object.fromEntries(Object.entries({ ...standing, ...taken }).filter(([, value]) => value !== ''));
}
