/** A claim falls back to the queue this long after the last sign of life of the reviewer's page. */
export const LEASE_MINUTES = 30;

const LEASE_MS = LEASE_MINUTES * 60_000;

/** Until when a claim holds if no further sign of life comes. */
export function claimUntil(claimSeenAt: Date): Date {
  return new Date(claimSeenAt.getTime() + LEASE_MS);
}

/** Whether a claim is over: from the very instant of `claimUntil`. */
export function leaseOver(claimSeenAt: Date, now: Date): boolean {
  return now >= claimUntil(claimSeenAt);
}
