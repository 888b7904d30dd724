import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { addWorkingDaysOrEstimate, chineseCalendar } from '@/lib/kernel/working-days';

/** Working days where the programme says nothing. */
const ACCEPT_DAYS = 5;
const DECIDE_DAYS = 10;
/** For the enterprise to say what it has to say. */
export const STATEMENT_DAYS = 3;

type Notice = { readonly acceptWorkingDays?: number; readonly decideWorkingDays?: number };

/** The last day on which it is said whether an objection is accepted. */
export const acceptBy = (notice: Notice, receivedAt: Date): ShanghaiDay =>
  workingDaysAfter(receivedAt, notice.acceptWorkingDays ?? ACCEPT_DAYS);

/** The last day on which an accepted one is decided. */
export const decideBy = (notice: Notice, acceptedAt: Date): ShanghaiDay =>
  workingDaysAfter(acceptedAt, notice.decideWorkingDays ?? DECIDE_DAYS);

export const termsOf = (notice: Notice) => ({
  accept: notice.acceptWorkingDays ?? ACCEPT_DAYS,
  decide: notice.decideWorkingDays ?? DECIDE_DAYS,
});

/** The day of the act is not counted. */
export function workingDaysAfter(at: Date, days: number): ShanghaiDay {
  return addWorkingDaysOrEstimate(shanghaiDayOf(at), days, chineseCalendar).day;
}
