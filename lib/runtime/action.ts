import 'server-only';
import type { z } from 'zod';
import type { Actor, EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { explainCommon, type CommonRefusal, type Explained, type Explanations } from '@/lib/access/refusals';
import { hasProved } from '@/lib/access/rules/step-up';
import type { Result } from '@/lib/kernel/result';
import type { ActionState, Answer } from './action-state';
import { heldBack, pendingRefusal, type ServesPending } from './pending';
import { provePage } from './prove-page';
import { requestContext } from './request-context';
import { isSameOrigin } from './same-origin';

type Who = 'public' | 'enterprise' | 'staff';
type ActorOf<W extends Who> = W extends 'enterprise' ? EnterpriseActor : W extends 'staff' ? StaffActor : Actor;

type Rule<W extends Who, I, T, R extends { readonly code: string }> = {
  readonly who: W;
  /** An unfinished sign-in that this action serves; every other action refuses. */
  readonly servesPending?: ServesPending;
  /** Money, roles, exports, the account of an enterprise: who acts must have proved within ten minutes that it is still he. */
  readonly requireStepUp?: boolean;
  readonly input: z.ZodType<I>;
  readonly run: (ctx: Context<ActorOf<W>>, input: I) => Promise<Result<T, R>>;
  /** A row for each refusal of `run`; the common ones have theirs. */
  readonly explain: Explanations<Exclude<R, CommonRefusal>>;
};

/**
 * A form's action, for useActionState: origin, session, schema, command, answer. What was typed comes back with a
 * refusal, since React empties the fields. `done` may redirect or say what happened.
 */
export function action<W extends Who, I, T, R extends { readonly code: string } = never>(
  rule: Rule<W, I, T, R> & { readonly done?: (value: T, input: I) => Promise<string | void> | string | void },
) {
  return async (_before: ActionState, form: FormData): Promise<ActionState> => {
    const typed = readForm(form);
    const answered = await answer(rule, typed);
    if (!answered.ok)
      return { status: 'refused', explained: answered.explained, keep: onlyText(typed), at: answered.at };
    const message = await rule.done?.(answered.value, answered.input);
    return { status: 'done', message: message ?? null, at: answered.at };
  };
}

/** A call from a client component (autosave, picking, claiming): the same guard, a plain value in and out. */
export function call<W extends Who, I, T, R extends { readonly code: string } = never>(rule: Rule<W, I, T, R>) {
  return async (given: unknown): Promise<Answer<T>> => {
    const answered = await answer(rule, given);
    return answered.ok
      ? { ok: true, value: answered.value }
      : { ok: false, explained: answered.explained, code: answered.code };
  };
}

type Answered<I, T> =
  { ok: true; value: T; input: I; at: number } | { ok: false; explained: Explained; code: string; at: number };

async function answer<W extends Who, I, T, R extends { readonly code: string }>(
  rule: Rule<W, I, T, R>,
  given: unknown,
): Promise<Answered<I, T>> {
  const ctx = await requestContext();
  const at = ctx.now.getTime();
  const no = (refusal: R | CommonRefusal): Answered<I, T> => ({
    ok: false,
    explained: explained(rule.explain, refusal),
    code: refusal.code,
    at,
  });
  if (!(await isSameOrigin())) return no({ code: 'foreign-origin' });
  if (rule.who !== 'public' && ctx.actor.kind === 'public') return no({ code: 'signed-out' });
  if (rule.who !== 'public' && ctx.actor.kind !== rule.who) return no({ code: 'no-permission' });
  const held = heldBack(ctx.actor, rule.servesPending);
  if (held) return no(pendingRefusal(ctx.actor, held));
  if (rule.requireStepUp && !hasProved(ctx.actor, ctx.now))
    return no({ code: 'prove-again', page: ctx.actor.kind === 'staff' ? await provePage() : null });
  const input = rule.input.safeParse(given);
  if (!input.success) return no({ code: 'form-incomplete', fields: complaints(input.error) });
  try {
    const result = await rule.run(ctx as Context<ActorOf<W>>, input.data);
    return result.ok ? { ok: true, value: result.value, input: input.data, at } : no(result.refusal);
  } catch (error) {
    if (error instanceof Denied) return no({ code: 'no-permission' });
    throw error;
  }
}

function explained(own: object, refusal: { readonly code: string }): Explained {
  const table = { ...explainCommon, ...own } as Record<string, (given: unknown) => Explained>;
  const row = table[refusal.code];
  if (!row) throw new Error(`no explanation for ${refusal.code}`);
  return row(refusal);
}

/** First complaint per field; nested paths are joined by a dot, as the inputs are named. */
function complaints(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return fields;
}

/** Names that end in [] become lists; React's own members are left out. */
function readForm(form: FormData): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue;
    if (key.endsWith('[]')) read[key.slice(0, -2)] = form.getAll(key);
    else read[key] = form.get(key);
  }
  return read;
}

function onlyText(typed: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !/password/i.test(entry[0]),
    ),
  );
}
