import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { addWorkingDaysOrEstimate, chineseCalendar } from '@/lib/kernel/working-days';

/** A request is answered within so many working days of its submission. */
export const ANSWER_WORKING_DAYS = 2;

/** The last day on which a request that was handed in at this instant is answered in time. */
export function answerDueOn(submittedAt: Date): ShanghaiDay {
  return addWorkingDaysOrEstimate(shanghaiDayOf(submittedAt), ANSWER_WORKING_DAYS, chineseCalendar).day;
}
