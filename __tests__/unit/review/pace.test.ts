import { expect, it } from '@jest/globals';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { paceOf } from '@/lib/review/rules/pace';

const span = (from: string, to: string, count: number) => ({ from: shanghaiDay(from), to: shanghaiDay(to), count });
const of = (spans: ReturnType<typeof span>[], cases: number) => paceOf(spans, cases, chineseCalendar);

it('half and nine of ten are told in working days, a stay within one day as one', () => {
  const spans = [
    span('2026-11-23', '2026-11-23', 5),
    span('2026-11-20', '2026-11-24', 4),
    span('2026-11-09', '2026-11-23', 1),
  ];
  expect(of(spans, 10)).toEqual({ p50: 1, p90: 2, cases: 10 });
});

it('too few cases are no measurement, however many submissions they have', () => {
  expect(of([span('2026-11-23', '2026-11-24', 9)], 4)).toBeNull();
  expect(of([span('2026-11-23', '2026-11-24', 5)], 5)).toEqual({ p50: 1, p90: 1, cases: 5 });
  expect(of([], 0)).toBeNull();
});
