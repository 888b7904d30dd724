import { addDays, endOfShanghaiDay, startOfShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';

/** When one is reminded: at this hour (Shanghai) of the day so many days before the last one. */
export type Mark = { readonly key: string; readonly daysBefore: number; readonly hour: number };

/** A day's mark is at nine in the morning, since nobody is written to at midnight; the last one is three hours before 24:00. */
export const DRAFT_MARKS: readonly Mark[] = [
  { key: '7d', daysBefore: 7, hour: 9 },
  { key: '3d', daysBefore: 3, hour: 9 },
  { key: '1d', daysBefore: 1, hour: 9 },
  { key: '3h', daysBefore: 0, hour: 21 },
];
export const RETURN_MARKS: readonly Mark[] = [
  { key: '3d', daysBefore: 3, hour: 9 },
  { key: '1d', daysBefore: 1, hour: 9 },
];

const HOUR_MS = 3_600_000;

export type MarkReached = {
  /** Names the reminder of a case for good: `draft 2026-12-15 3d`. */
  readonly key: string;
  readonly at: Date;
};

/**
 * The last mark that was reached before a last day ends, or null. After a pause only that one is due: nobody is told
 * three times at once. A thing that came into being after `at` was never without time, and is not reminded of it.
 */
export function markReached(what: 'draft' | 'return', lastDay: ShanghaiDay, now: Date): MarkReached | null {
  if (now >= endOfShanghaiDay(lastDay)) return null;
  const marks = what === 'draft' ? DRAFT_MARKS : RETURN_MARKS;
  const reached = marks
    .map((mark) => ({
      key: `${what} ${lastDay} ${mark.key}`,
      at: new Date(startOfShanghaiDay(addDays(lastDay, -mark.daysBefore)).getTime() + mark.hour * HOUR_MS),
    }))
    .filter(({ at }) => at <= now);
  return reached.at(-1) ?? null;
}
