import 'server-only';
import { explainCommon, type Explained } from '@/lib/access/refusals';
import type { Result } from '@/lib/kernel/result';

/** A table of explanations with at least the rows that these refusals need; the common ones are added here. */
type Covering<R extends { readonly code: string }> = {
  readonly [C in Exclude<R['code'], keyof typeof explainCommon>]: (refusal: Extract<R, { code: C }>) => Explained;
};

/** A command's answer as JSON for a client that fetches: a value, or a refusal with its explanation. */
export function answerJson<T, R extends { readonly code: string }>(
  result: Result<T, R>,
  explain: Covering<R>,
  /** What a program reads beside the words. */
  more: (refusal: R) => Readonly<Record<string, unknown>> = () => ({}),
): Response {
  const headers = { 'cache-control': 'no-store' };
  if (result.ok) return Response.json({ ok: true, value: result.value ?? null }, { headers });
  const table: Record<string, unknown> = { ...explainCommon, ...explain };
  const row = table[result.refusal.code] as ((refusal: R) => Explained) | undefined;
  if (!row) throw new Error(`no explanation for ${result.refusal.code}`);
  return Response.json(
    { ...more(result.refusal), ok: false, code: result.refusal.code, explained: row(result.refusal) },
    { status: 409, headers },
  );
}
