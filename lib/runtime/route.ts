import 'server-only';
import type { z } from 'zod';
import type { Actor, EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { hasProved } from '@/lib/access/rules/step-up';
import { heldBack, pendingPage, pendingRefusal, type ServesPending } from './pending';
import { provePage } from './prove-page';
import { requestContext } from './request-context';
import { isSameOrigin } from './same-origin';

type Who = 'public' | 'enterprise' | 'staff' | 'signed-in';
type ActorOf<W extends Who> = W extends 'enterprise'
  ? EnterpriseActor
  : W extends 'staff'
    ? StaffActor
    : W extends 'signed-in'
      ? EnterpriseActor | StaffActor
      : Actor;

type Rule<W extends Who, P> = {
  readonly who: W;
  readonly params?: z.ZodType<P>;
  /** Set for what changes something: then the request must come from one of our own pages. */
  readonly changes?: boolean;
  /** An unfinished sign-in that this route serves; every other route refuses. */
  readonly servesPending?: ServesPending;
  /** Exports: staff who have not proved lately that it is still they are led to do so and come back. */
  readonly requireStepUp?: boolean;
};

/** The guarded entrance of every route handler. Answers 401, 403 and 404 in JSON; a denied read is a 404. */
export function route<W extends Who, P = Record<string, never>>(
  rule: Rule<W, P>,
  handle: (given: { ctx: Context<ActorOf<W>>; params: P; request: Request }) => Promise<Response>,
) {
  return async (request: Request, given: { params: Promise<Record<string, string | string[]>> }): Promise<Response> => {
    const ctx = await requestContext();
    if (rule.changes && !(await isSameOrigin())) return problem(403, 'foreign-origin');
    if (rule.who !== 'public' && ctx.actor.kind === 'public') return problem(401, 'signed-out');
    if (rule.who !== 'public' && rule.who !== 'signed-in' && ctx.actor.kind !== rule.who)
      return problem(404, 'not-found');
    const held = heldBack(ctx.actor, rule.servesPending);
    if (held) return problem(403, pendingRefusal(ctx.actor, held).code, { page: pendingPage(ctx.actor, held) });
    if (rule.requireStepUp && !hasProved(ctx.actor, ctx.now)) return seeOther(await provePage());
    const params = rule.params ? rule.params.safeParse(await given.params) : { success: true as const, data: {} as P };
    if (!params.success) return problem(404, 'not-found');
    try {
      return await handle({ ctx: ctx as Context<ActorOf<W>>, params: params.data, request });
    } catch (error) {
      if (error instanceof Denied) return problem(404, 'not-found');
      throw error;
    }
  };
}

/** A relative address, so that no header of the request can lead elsewhere. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** A refusal of a route: a code for programs, a title and next step in Chinese where a person reads it. */
export function problem(status: number, code: string, more: Readonly<Record<string, unknown>> = {}): Response {
  return Response.json(
    { ok: false, code, ...more },
    { status, headers: { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'" } },
  );
}
