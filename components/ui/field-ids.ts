export type FieldWords = { id: string; hint?: unknown; error?: unknown };

export const hintId = (id: string) => `${id}-hint`;
export const errorId = (id: string) => `${id}-error`;

/** What ties a control to its label, hint and error; for controls that are not the direct child of a `Field`. */
export function fieldIds({ id, hint, error }: FieldWords) {
  const describedBy = [error ? errorId(id) : '', hint ? hintId(id) : ''].filter(Boolean).join(' ');
  return {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}
