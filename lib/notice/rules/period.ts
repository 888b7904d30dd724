import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { addWorkingDaysOrEstimate, type HolidayCalendar } from '@/lib/kernel/working-days';

/**
 * The period of a notice that is published now: the day of publication is not counted, and it ends at 24:00 of the
 * N-th working day after it. `estimated` where the holidays of that year are not announced yet.
 */
export function noticePeriod(
  now: Date,
  workingDays: number,
  calendar: HolidayCalendar,
): { startsOn: ShanghaiDay; endsOn: ShanghaiDay; estimated: boolean } {
  const startsOn = shanghaiDayOf(now);
  const end = addWorkingDaysOrEstimate(startsOn, workingDays, calendar);
  return { startsOn, endsOn: end.day, estimated: end.estimated };
}
