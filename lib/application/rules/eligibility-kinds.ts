import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import {
  addDays,
  addMonths,
  daysBetween,
  formatDay,
  monthOf,
  monthsBetween,
  parseShanghaiDay,
  parseShanghaiMonth,
  wholeMonthsBetween,
} from '@/lib/kernel/shanghai-day';

export type Finding = { readonly passed: boolean; readonly evidence: string; readonly complaint: string };

/** A term of at least so many whole months, both days included: 2025-09-01 to 2028-08-31 is 36. */
export function checkPeriod(from: string | undefined, to: string | undefined, months: number): Finding | null {
  const [start, end] = [dayOf(from), dayOf(to)];
  if (!start || !end) return null;
  const earliest = formatDay(earliestEnd(start, months));
  if (end < start) {
    return fail('结束日期早于开始日期', `结束日期早于开始日期。请核对合同，结束日期应不早于 ${earliest}。`);
  }
  const lasts = wholeMonthsBetween(start, end);
  return lasts >= months
    ? pass(`${lasts} 个月，不少于 ${months} 个月`)
    : fail(
        `${lasts} 个月，少于 ${months} 个月`,
        `期限为 ${lasts} 个月，少于 ${months} 个月。请核对合同，结束日期应不早于 ${earliest}。`,
      );
}

/** A day of the last so many months before applying; the same date that many months ago is still within. */
export function checkWithin(answer: string | undefined, months: number, appliedOn: ShanghaiDay): Finding | null {
  const day = dayOf(answer);
  if (!day) return null;
  if (day > appliedOn) {
    return fail('晚于申请日', `日期晚于申请日 ${formatDay(appliedOn)}。请核对，到该日之后再申请。`);
  }
  const earliest = addMonths(appliedOn, -months);
  const past = monthsSince(day, appliedOn);
  if (day >= earliest) return pass(past === 0 ? `不足 1 个月前，${months} 个月内` : `${past} 个月前，${months} 个月内`);
  return fail(
    `${formatDay(day)}，早于申请前 ${months} 个月`,
    `日期早于申请前 ${months} 个月。请核对，应不早于 ${formatDay(earliest)}。`,
  );
}

/**
 * At least so many months since a month or day. A month counts when it is over: from October to the following
 * November are 13, November itself not yet counted.
 */
export function checkAtLeast(answer: string | undefined, months: number, appliedOn: ShanghaiDay): Finding | null {
  const day = dayOf(answer);
  const month = parseShanghaiMonth(answer ?? '');
  if (!day && !month.ok) return null;
  const past = day ? monthsSince(day, appliedOn) : month.ok ? monthsBetween(month.value, monthOf(appliedOn)) : 0;
  return past >= months
    ? pass(`已满 ${past} 个月，不少于 ${months} 个月`)
    : fail(
        past < 0 ? '晚于申请日' : `${past} 个月，少于 ${months} 个月`,
        `至申请时满 ${Math.max(past, 0)} 个月，少于 ${months} 个月。请核对起始时间，满 ${months} 个月后再申请。`,
      );
}

export function checkNotBefore(answer: string | undefined, other: string | undefined): Finding | null {
  const [day, bound] = [dayOf(answer), dayOf(other)];
  if (!day || !bound) return null;
  return day >= bound
    ? pass(`${formatDay(day)}，不早于 ${formatDay(bound)}`)
    : fail(`${formatDay(day)}，早于 ${formatDay(bound)}`, `日期应不早于 ${formatDay(bound)}，请核对两个日期。`);
}

/** The first day on which a term that begins on `start` has lasted `months` whole months. */
function earliestEnd(start: ShanghaiDay, months: number): ShanghaiDay {
  const sameDate = addMonths(start, months);
  const dayBefore = addDays(sameDate, -1);
  return wholeMonthsBetween(start, dayBefore) >= months ? dayBefore : sameDate;
}

/** Whole months that have passed; both are of the same day, so `from` itself has 0. */
function monthsSince(from: ShanghaiDay, to: ShanghaiDay): number {
  const months = monthsBetween(monthOf(from), monthOf(to));
  return daysBetween(addMonths(from, months), to) >= 0 ? months : months - 1;
}

function dayOf(answer: string | undefined): ShanghaiDay | null {
  const day = parseShanghaiDay(answer ?? '');
  return day.ok ? day.value : null;
}

function pass(evidence: string): Finding {
  return { passed: true, evidence, complaint: '' };
}

function fail(evidence: string, complaint: string): Finding {
  return { passed: false, evidence, complaint };
}
