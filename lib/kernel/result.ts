/** What a rule or command answers: a value, or an expected refusal with a code. Throwing is for bugs. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

export function ok(): Result<undefined, never>;
export function ok<T>(value: T): Result<T, never>;
export function ok<T>(value?: T): Result<T | undefined, never> {
  return { ok: true, value };
}

export function refuse<const R>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}
