import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { endOfShanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { HolidayCalendar } from '@/lib/kernel/working-days';
import { addWorkingDaysOrEstimate } from '@/lib/kernel/working-days';

/** The last day of a period, until 24:00; `estimated` when it reaches a year whose holidays are not published yet. */
export type Deadline = { readonly day: ShanghaiDay; readonly estimated: boolean };

/** Days after the return deadline during which an extension can be asked for. */
export const EXTENSION_DAYS = 30;

/** Until when a case that is returned now must be handed in again. The day of the return is not counted. */
export function returnDeadline(
  now: Date,
  { returnWorkingDays }: Pick<ProgrammeConfig, 'returnWorkingDays'>,
  calendar: HolidayCalendar,
): Deadline {
  return addWorkingDaysOrEstimate(shanghaiDayOf(now), returnWorkingDays, calendar);
}

/** By when a stage should decide what came to it at `since`. It is a promise of the office: nothing lapses with it. */
export function reviewDueOn(
  since: Date,
  stage: 'FIRST' | 'FINAL',
  { reviewWorkingDays }: Pick<ProgrammeConfig, 'reviewWorkingDays'>,
  calendar: HolidayCalendar,
): Deadline {
  const days = stage === 'FIRST' ? reviewWorkingDays.first : reviewWorkingDays.final;
  return addWorkingDaysOrEstimate(shanghaiDayOf(since), days, calendar);
}

/** Whether a last day is over in China: true from 24:00. */
export function isPastDay(day: ShanghaiDay, now: Date): boolean {
  return now >= endOfShanghaiDay(day);
}
