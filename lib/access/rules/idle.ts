/** Idle time after which a session ends by itself, and how long before that a page says so. */
export const IDLE_MINUTES = 30;
export const IDLE_WARNING_MINUTES = 5;

/** How a page stands that was last in touch with the server so many milliseconds ago. */
export function idleState(sinceMs: number): 'fine' | 'ending' | 'over' {
  if (sinceMs >= IDLE_MINUTES * 60_000) return 'over';
  return sinceMs >= (IDLE_MINUTES - IDLE_WARNING_MINUTES) * 60_000 ? 'ending' : 'fine';
}
