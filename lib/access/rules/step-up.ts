import type { Actor } from '../actor';

/** For this long one proof is enough for acts about money, roles and exports, and of an enterprise about its account. */
export const STEP_UP_MINUTES = 10;

/** Whether this person proved lately, in this session, that it is still he. */
export function hasProved(actor: Actor, now: Date): boolean {
  if ((actor.kind !== 'staff' && actor.kind !== 'enterprise') || !actor.provedAt) return false;
  return now.getTime() - actor.provedAt.getTime() < STEP_UP_MINUTES * 60_000;
}
