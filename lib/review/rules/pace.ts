import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { workingDaysBetween, type HolidayCalendar } from '@/lib/kernel/working-days';
import type { ReviewStage } from './labels';

/** Below so many cases a measurement says more about chance than about the office. */
export const CASES_MIN = 5;
/** Months that are looked back on. */
export const PACE_MONTHS = 12;

/** So many submissions came to a stage on one day and left it on another. */
export type Span = { readonly from: ShanghaiDay; readonly to: ShanghaiDay; readonly count: number };

/** How long a stage took in fact, in working days: half of them at most `p50`, nine of ten at most `p90`. */
export type Pace = { readonly p50: number; readonly p90: number; readonly cases: number };

/** Null for too few cases (样本不足). A stay within one day counts as one; days of a year without a calendar are left out. */
export function paceOf(spans: readonly Span[], cases: number, calendar: HolidayCalendar): Pace | null {
  const stays = spans
    .flatMap(({ from, to, count }) => {
      const days = workingDaysBetween(from, to, calendar);
      return days.ok ? [{ days: Math.max(1, days.value), count }] : [];
    })
    .sort((a, b) => a.days - b.days);
  const total = stays.reduce((sum, { count }) => sum + count, 0);
  if (cases < CASES_MIN || total < CASES_MIN) return null;
  return { p50: rankIn(stays, Math.ceil(total * 0.5)), p90: rankIn(stays, Math.ceil(total * 0.9)), cases };
}

function rankIn(stays: readonly { days: number; count: number }[], rank: number): number {
  let seen = 0;
  for (const { days, count } of stays) {
    seen += count;
    if (seen >= rank) return days;
  }
  return stays.at(-1)?.days ?? 0;
}

/** What is promised beside what was measured, a row per stage. */
export type PaceLine = {
  readonly stage: ReviewStage;
  readonly promisedDays: number;
  readonly measured: Pace | null;
};
