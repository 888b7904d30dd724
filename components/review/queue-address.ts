import { formatWish, type QueueFilter, type QueueWish } from '@/lib/review/rules/queue-filter';

/** The address of a list over the queue; what is searched stays in it where it is given. */
export function queueAddress(here: string, wish: QueueWish, more: Readonly<Record<string, string>> = {}): string {
  return `${here}?${new URLSearchParams({ ...formatWish(wish), ...more })}`;
}

export function without(filter: QueueFilter, key: string): QueueFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
}
