import 'server-only';
import { forbidden, notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Actor, EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { Denied, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Operation } from '@/lib/access/policy';
import { paths } from '@/lib/kernel/paths';
import { heldBack, pendingPage, type ServesPending } from './pending';
import { requestContext } from './request-context';

type Who = 'public' | 'enterprise' | 'staff';
type ActorOf<W extends Who> = W extends 'enterprise' ? EnterpriseActor : W extends 'staff' ? StaffActor : Actor;
type Search = Readonly<Record<string, string>>;
type PageProps = {
  readonly params?: Promise<Record<string, string | string[]>>;
  readonly searchParams?: Promise<Record<string, string | string[] | undefined>>;
};
type Rule<W extends Who, P> = {
  readonly who: W;
  /** An operation that needs no subject; checks of a given thing are made by its query. */
  readonly may?: Operation;
  readonly params?: z.ZodType<P>;
  /** An unfinished sign-in that this page serves; every other page leads to the one that is to be finished. */
  readonly servesPending?: ServesPending;
  /** Where the page lives, so that somebody who signs in comes back to it. */
  readonly at?: (params: P) => string;
};

/**
 * The guarded entrance of every page: who may come, with which parameters. A page that is not for this person answers
 * as if it did not exist; somebody who is not signed in signs in and comes back.
 */
export function page<W extends Who, P = Record<string, never>>(
  rule: Rule<W, P>,
  render: (given: { ctx: Context<ActorOf<W>>; params: P; search: Search }) => Promise<ReactNode>,
) {
  return async function GuardedPage(props: PageProps): Promise<ReactNode> {
    const ctx = await requestContext();
    const params = readParams(rule.params, (await props.params) ?? {});
    const search = flatten((await props.searchParams) ?? {});
    const held = heldBack(ctx.actor, rule.servesPending);
    const here = withSearch(rule.at?.(params), search);
    if (held) redirect(pendingPage(ctx.actor, held, here));
    requireActor(rule.who, ctx.actor, here);
    if (rule.may && !may(ctx.actor, rule.may)) forbidden();
    try {
      return await render({ ctx: ctx as Context<ActorOf<W>>, params, search });
    } catch (error) {
      if (error instanceof Denied) notFound();
      throw error;
    }
  };
}

function requireActor(who: Who, actor: Actor, here: string | undefined): void {
  if (who === 'public' || actor.kind === who) return;
  if (actor.kind !== 'public') forbidden();
  redirect(who === 'staff' ? paths.staffLogin(here) : paths.login(here));
}

function readParams<P>(schema: z.ZodType<P> | undefined, given: Record<string, string | string[]>): P {
  if (!schema) return {} as P;
  const read = schema.safeParse(given);
  if (!read.success) notFound();
  return read.data;
}

function flatten(given: Record<string, string | string[] | undefined>): Search {
  const entries = Object.entries(given).map(([key, value]) => [
    key,
    Array.isArray(value) ? (value[0] ?? '') : (value ?? ''),
  ]);
  return Object.fromEntries(entries);
}

function withSearch(at: string | undefined, search: Search): string | undefined {
  if (!at) return undefined;
  const query = new URLSearchParams(search).toString();
  return query ? `${at}?${query}` : at;
}
