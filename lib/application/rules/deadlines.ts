import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { addDays, endOfShanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { HolidayCalendar } from '@/lib/kernel/working-days';
import { addWorkingDaysOrEstimate } from '@/lib/kernel/working-days';

/** The last day of a period, until 24:00; `estimated` when it reaches a year whose holidays are not published yet. */
export type Deadline = { readonly day: ShanghaiDay; readonly estimated: boolean };

/** Days after the return deadline during which an extension can be asked for. */
export const EXTENSION_DAYS = 30;

/** Working days after a refusal during which 复核申请 can be made. */
export const APPEAL_WORKING_DAYS = 10;

/** Until when a refusal of this instant can be answered by 复核申请. The day of the refusal is not counted. */
export function appealDeadline(refusedAt: Date, calendar: HolidayCalendar): Deadline {
  return addWorkingDaysOrEstimate(shanghaiDayOf(refusedAt), APPEAL_WORKING_DAYS, calendar);
}

/** The last day on which an extension of a case that expired with `returnDeadline` can be asked for. */
export function extensionDeadline(returnDeadline: ShanghaiDay): ShanghaiDay {
  return addDays(returnDeadline, EXTENSION_DAYS);
}

/** Until when a case that is returned now must be handed in again. The day of the return is not counted. */
export function returnDeadline(
  now: Date,
  { returnWorkingDays }: Pick<ProgrammeConfig, 'returnWorkingDays'>,
  calendar: HolidayCalendar,
): Deadline {
  return addWorkingDaysOrEstimate(shanghaiDayOf(now), returnWorkingDays, calendar);
}

/**
 * A last day after a hold: as many working days are left on the day of its lifting as were left when it was put on, and
 * one that had come stays the day itself.
 */
export function afterHold(
  deadline: ShanghaiDay,
  held: { readonly since: Date; readonly until: Date },
  calendar: HolidayCalendar,
): ShanghaiDay {
  const [since, until] = [shanghaiDayOf(held.since), shanghaiDayOf(held.until)];
  let left = 0;
  while (addWorkingDaysOrEstimate(since, left, calendar).day < deadline) left += 1;
  const day = addWorkingDaysOrEstimate(until, left, calendar).day;
  return day > deadline ? day : deadline;
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
