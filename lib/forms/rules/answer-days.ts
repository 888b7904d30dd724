import type { FieldConfig } from '@/lib/programme/rules/config';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { formatDay, monthOf, parseShanghaiDay, parseShanghaiMonth } from '@/lib/kernel/shanghai-day';

const EARLIEST = '1900-01-01';
const LATEST = '2199-12-31';

/** The stored form of a day is `YYYY-MM-DD`. */
export function readDay(text: string, field: FieldConfig, today: ShanghaiDay): Result<string, string> {
  const day = parseShanghaiDay(text);
  if (!day.ok && day.refusal === 'no-such-day') return refuse('没有这一天，请核对年月日。');
  if (!day.ok) return refuse('日期应写成 2026-11-23 的样子，请重新填写。');
  if (day.value < EARLIEST || day.value > LATEST) return refuse('年份不合常理，请核对。');
  if (field.notFuture && day.value > today) return refuse(`日期不能晚于今天（${formatDay(today)}），请核对。`);
  return day;
}

/** The stored form of a month is `YYYY-MM`. A whole day is read as its month. */
export function readMonth(text: string, field: FieldConfig, today: ShanghaiDay): Result<string, string> {
  const day = parseShanghaiDay(text);
  const month = day.ok ? ok(monthOf(day.value)) : parseShanghaiMonth(text);
  if (!month.ok && month.refusal === 'no-such-month') return refuse('没有这个月份，请核对年月。');
  if (!month.ok) return refuse('月份应写成 2026-11 的样子，请重新填写。');
  if (month.value < EARLIEST.slice(0, 7) || month.value > LATEST.slice(0, 7)) return refuse('年份不合常理，请核对。');
  if (field.notFuture && month.value > monthOf(today)) return refuse('月份不能晚于本月，请核对。');
  return month;
}
