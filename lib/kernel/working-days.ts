import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

import type { Result } from './result';
import { ok, refuse } from './result';
import type { ShanghaiDay } from './shanghai-day';
import { addDays, weekdayOf } from './shanghai-day';

/** Which days are worked. `isWorkingDay` may only be asked about a year that it `knows`. */
export type HolidayCalendar = {
  readonly knows: (year: number) => boolean;
  readonly isWorkingDay: (day: ShanghaiDay) => boolean;
};

export type CalendarYearUnknown = { readonly code: 'calendar-year-unknown'; readonly year: number };

// The package's table, not its functions: those build their keys in the zone of the process and are a day early west of
// Greenwich. Only days that differ from Monday-to-Friday stand in it.
const HOLIDAYS = new Set(Object.keys(chineseDays.holidays));
const WORKED_WEEKENDS = new Set(Object.keys(chineseDays.workdays));

/**
 * The State Council's calendar with its holidays and worked weekends, from the data of the `chinese-days` package.
 * A year is known when its National Day is in the data. The notice comes out in autumn for the next year only, so the
 * coming year is unknown for most of this one. Throws RangeError for a day of an unknown year.
 */
export const chineseCalendar: HolidayCalendar = {
  knows: (year) => HOLIDAYS.has(`${year}-10-01`),
  isWorkingDay(day) {
    if (!chineseCalendar.knows(yearOf(day))) throw new RangeError(`no holiday calendar for ${yearOf(day)}`);
    return WORKED_WEEKENDS.has(day) || (isWeekday(day) && !HOLIDAYS.has(day));
  },
};

/**
 * The last day of a period of `count` working days that begins with an act on `day`: the day of the act is not
 * counted, and the period ends at 24:00 of the answer. Refuses rather than guess when it reaches an unknown year.
 */
export function addWorkingDays(
  day: ShanghaiDay,
  count: number,
  calendar: HolidayCalendar,
): Result<ShanghaiDay, CalendarYearUnknown> {
  const { day: last, unknownYear } = walk(day, count, calendar);
  return unknownYear === null ? ok(last) : refuse({ code: 'calendar-year-unknown', year: unknownYear });
}

/**
 * As `addWorkingDays`, but goes on through unknown years as if Monday to Friday were worked, and says so. For a
 * deadline over the turn of the year that must be shown as 暂定 and is worked out again once the year is published.
 */
export function addWorkingDaysOrEstimate(
  day: ShanghaiDay,
  count: number,
  calendar: HolidayCalendar,
): { readonly day: ShanghaiDay; readonly estimated: boolean } {
  const { day: last, unknownYear } = walk(day, count, calendar);
  return { day: last, estimated: unknownYear !== null };
}

/** Working days after `from` up to and including `to`: the inverse of `addWorkingDays`. 0 when `to` is not later. */
export function workingDaysBetween(
  from: ShanghaiDay,
  to: ShanghaiDay,
  calendar: HolidayCalendar,
): Result<number, CalendarYearUnknown> {
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (!calendar.knows(yearOf(day))) return refuse({ code: 'calendar-year-unknown', year: yearOf(day) });
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return ok(count);
}

function walk(start: ShanghaiDay, count: number, calendar: HolidayCalendar) {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let day = start;
  let unknownYear: number | null = null;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const isKnown = calendar.knows(yearOf(day));
    if (!isKnown) unknownYear ??= yearOf(day);
    if (isKnown ? calendar.isWorkingDay(day) : isWeekday(day)) left -= 1;
  }
  return { day, unknownYear };
}

function yearOf(day: ShanghaiDay): number {
  return Number(day.slice(0, 4));
}

function isWeekday(day: ShanghaiDay): boolean {
  return weekdayOf(day) % 6 > 0;
}
