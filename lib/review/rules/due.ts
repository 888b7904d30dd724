import { formatShortDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { workingDaysBetween, type HolidayCalendar } from '@/lib/kernel/working-days';

/** How a promised day stands to today, as icon, colour and word; never colour alone. */
export type DueMark = {
  readonly day: ShanghaiDay;
  /** `11月25日`, with 暂定 where the holidays of that year are not announced yet. */
  readonly shown: string;
  readonly tone: 'red' | 'amber' | 'neutral';
  readonly words: string;
};

const SOON_DAYS = 2;

/** Overdue and today are red, one or two working days left amber. Over a year without a calendar, plain days count. */
export function dueMark(
  due: { readonly day: ShanghaiDay; readonly estimated: boolean },
  today: ShanghaiDay,
  calendar: HolidayCalendar,
): DueMark {
  const { day } = due;
  const shown = `${formatShortDay(day)}${due.estimated ? '（暂定）' : ''}`;
  if (day < today) return { day, shown, tone: 'red', words: `超期 ${countDays(day, today, calendar)}` };
  if (day === today) return { day, shown, tone: 'red', words: '今天到期' };
  const left = workingDaysBetween(today, day, calendar);
  const tone = left.ok && left.value <= SOON_DAYS ? 'amber' : 'neutral';
  return { day, shown, tone, words: `剩 ${countDays(today, day, calendar)}` };
}

/** `3 个工作日` of the days after `from` up to `to`; a period inside one long holiday still counts as one. */
function countDays(from: ShanghaiDay, to: ShanghaiDay, calendar: HolidayCalendar): string {
  const days = workingDaysBetween(from, to, calendar);
  return days.ok ? `${Math.max(1, days.value)} 个工作日` : '若干工作日';
}
