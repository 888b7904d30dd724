import 'server-only';
import type { Actor, Pending } from '@/lib/access/actor';
import type { CommonRefusal } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';

/** What an entrance says of itself: which unfinished sign-ins it serves. `any` is for signing out and the demo's tools. */
export type ServesPending = Pending | 'any';

/** What keeps this person from this entrance, or null. Asked by every wrapper before anything else. */
export function heldBack(actor: Actor, serves: ServesPending | undefined): Pending | null {
  const pending = 'pending' in actor ? actor.pending : undefined;
  return pending && serves !== 'any' && serves !== pending ? pending : null;
}

/** The one page that answers until it is done; after the second factor one goes on to `next`. */
export function pendingPage(actor: Actor, pending: Pending, next?: string): string {
  switch (pending) {
    case 'first-password':
      return actor.kind === 'staff' ? paths.staffFirstPassword() : paths.firstPassword();
    case 'factor-setup':
      return paths.staffFactorSetUp();
    case 'factor':
      return paths.staffFactor(next);
  }
}

export function pendingRefusal(actor: Actor, pending: Pending): CommonRefusal {
  const page = pendingPage(actor, pending);
  return pending === 'first-password' ? { code: 'must-change-password', page } : { code: 'factor-needed', page };
}
