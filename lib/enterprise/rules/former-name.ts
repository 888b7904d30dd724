import { addMonths, shanghaiDayOf, startOfShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';

/** For so many months after a change of name the one before still opens 登录. */
export const FORMER_NAME_MONTHS = 12;

/** The last day on which a name that was given up at this instant may be typed. */
export function formerNameLastDay(givenUpAt: Date): ShanghaiDay {
  return addMonths(shanghaiDayOf(givenUpAt), FORMER_NAME_MONTHS);
}

/** Names that were given up before this instant open nothing any more. */
export function formerNamesSince(now: Date): Date {
  return startOfShanghaiDay(addMonths(shanghaiDayOf(now), -FORMER_NAME_MONTHS));
}
