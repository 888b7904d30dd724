import type { Result } from './result';
import { ok, refuse } from './result';

/** A calendar day in China as `YYYY-MM-DD`; days compare as strings. */
export type ShanghaiDay = string & { readonly __brand: 'ShanghaiDay' };

/** A calendar month in China as `YYYY-MM`. */
export type ShanghaiMonth = string & { readonly __brand: 'ShanghaiMonth' };

// Fixed UTC+8, never the zone of the process. China has had no summer time since 1991, and before that only instants
// would be concerned: a birth date of 1988 comes as a date, not as an instant.
const OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const EARLIEST_YEAR = 1000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** Reads `2026-11-23`, `2026/11/23`, `2026.11.23` or `2026年11月23日`, with or without leading zeros, full width too. */
export function parseShanghaiDay(text: string): Result<ShanghaiDay, 'format' | 'no-such-day'> {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(plain) ?? /^(\d{4})(年)(\d{1,2})月(\d{1,2})日$/.exec(plain);
  if (!match) return refuse('format');
  const [year, month, date] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const exists = year >= EARLIEST_YEAR && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return exists ? ok(dayFromParts(year, month, date)) : refuse('no-such-day');
}

/** For a day that is known to be right (a constant, a column of the database). Throws RangeError where it is not. */
export function shanghaiDay(text: string): ShanghaiDay {
  const parsed = parseShanghaiDay(text);
  if (!parsed.ok) throw new RangeError(`not a day: ${text}`);
  return parsed.value;
}

/** The day on which an instant falls in China. */
export function shanghaiDayOf(instant: Date): ShanghaiDay {
  return dayFromUtc(instant.getTime() + OFFSET_MS);
}

/** The first instant of a day in China. */
export function startOfShanghaiDay(day: ShanghaiDay): Date {
  return new Date(utcOf(day) - OFFSET_MS);
}

/** The instant at which a day is over: the start of the next one. Compare with `<`. */
export function endOfShanghaiDay(day: ShanghaiDay): Date {
  return startOfShanghaiDay(addDays(day, 1));
}

export function addDays(day: ShanghaiDay, days: number): ShanghaiDay {
  return dayFromUtc(utcOf(day) + days * DAY_MS);
}

/** The same date `months` later (earlier if negative); where that month is too short, its last day. */
export function addMonths(day: ShanghaiDay, months: number): ShanghaiDay {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayFromParts(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: ShanghaiDay, to: ShanghaiDay): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/**
 * Whole months that a term of `start` to `endInclusive` lasts: 2025-09-01 to 2028-08-31 is 36. A month is over on the
 * day before the same date; where there is no such date, on the last day of that month (31 January to 28 February is 1).
 * A term that ends before it begins has 0.
 */
export function wholeMonthsBetween(start: ShanghaiDay, endInclusive: ShanghaiDay): number {
  if (endInclusive < start) return 0;
  const months = monthsBetween(monthOf(start), monthOf(endInclusive)) + 1;
  return isTermOver(start, months, endInclusive)
    ? months
    : isTermOver(start, months - 1, endInclusive)
      ? months - 1
      : months - 2;
}

/** `2026年11月23日` */
export function formatDay(day: ShanghaiDay): string {
  return `${partsOf(day).year}年${formatShortDay(day)}`;
}

/** `11月23日` */
export function formatShortDay(day: ShanghaiDay): string {
  const { month, date } = partsOf(day);
  return `${month}月${date}日`;
}

/** `星期一` */
export function formatWeekday(day: ShanghaiDay): string {
  return `星期${WEEKDAYS[weekdayOf(day)]}`;
}

/** `2026年11月23日 14:03`, the time in China. */
export function formatDayTime(instant: Date): string {
  return `${formatDay(shanghaiDayOf(instant))} ${formatTime(instant)}`;
}

/** `14:03`, the time in China. */
export function formatTime(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);
}

/** `2026-11-23T14:03`, the time in China, as a field for a minute has it. */
export function minuteOf(instant: Date): string {
  return `${shanghaiDayOf(instant)}T${formatTime(instant)}`;
}

/** 0 is Sunday, as with Date. */
export function weekdayOf(day: ShanghaiDay): number {
  return new Date(utcOf(day)).getUTCDay();
}

/** Reads `2026-11`, `2026/11`, `2026.11` or `2026年11月`. */
export function parseShanghaiMonth(text: string): Result<ShanghaiMonth, 'format' | 'no-such-month'> {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = /^(\d{4})[-/.](\d{1,2})$/.exec(plain) ?? /^(\d{4})年(\d{1,2})月$/.exec(plain);
  if (!match) return refuse('format');
  const [year, month] = [Number(match[1]), Number(match[2])];
  const exists = year >= EARLIEST_YEAR && month >= 1 && month <= 12;
  return exists ? ok(monthOf(dayFromParts(year, month, 1))) : refuse('no-such-month');
}

export function monthOf(day: ShanghaiDay): ShanghaiMonth {
  return day.slice(0, 7) as ShanghaiMonth;
}

/** Months from `from` to `to`; negative when `to` is earlier. 2026-01 to 2026-06 is 5, though six months are touched. */
export function monthsBetween(from: ShanghaiMonth, to: ShanghaiMonth): number {
  const index = (month: ShanghaiMonth) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return index(to) - index(from);
}

function isTermOver(start: ShanghaiDay, months: number, endInclusive: ShanghaiDay): boolean {
  const next = addMonths(start, months);
  const hasSameDate = next.slice(8) === start.slice(8);
  return (hasSameDate ? addDays(next, -1) : next) <= endInclusive;
}

function partsOf(day: ShanghaiDay): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) };
}

function dayFromParts(year: number, month: number, date: number): ShanghaiDay {
  return dayFromUtc(Date.UTC(year, month - 1, date));
}

function dayFromUtc(utcMs: number): ShanghaiDay {
  const text = new Date(utcMs).toISOString();
  if (text.length !== 24) throw new RangeError(`beyond the calendar: ${text}`);
  return text.slice(0, 10) as ShanghaiDay;
}

function utcOf(day: ShanghaiDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
