import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  addDays,
  addMonths,
  daysBetween,
  endOfShanghaiDay,
  formatDay,
  formatDayTime,
  formatShortDay,
  formatTime,
  formatWeekday,
  monthOf,
  monthsBetween,
  parseShanghaiDay,
  parseShanghaiMonth,
  shanghaiDay,
  shanghaiDayOf,
  startOfShanghaiDay,
  wholeMonthsBetween,
} from '@/lib/kernel/shanghai-day';
import { anyDay } from './arbitraries';

const day = shanghaiDay;

it('is tested in a process that does not live in China', () => {
  expect(new Date(2026, 10, 23).getTimezoneOffset()).not.toBe(-480);
});

describe('parseShanghaiDay', () => {
  it.each(['2026-01-03', '2026-1-3', '2026/01/03', '2026/1/3', '2026.1.3', '2026年1月3日', ' 2026 年 01 月 03 日 '])(
    'reads %j',
    (text) => {
      expect(parseShanghaiDay(text)).toEqual({ ok: true, value: '2026-01-03' });
    },
  );

  it('reads full width', () => {
    expect(parseShanghaiDay('２０２６／１／３')).toEqual({ ok: true, value: '2026-01-03' });
  });

  it.each([
    ['', 'format'],
    ['2026-1', 'format'],
    ['26-1-3', 'format'],
    ['2026-1/3', 'format'],
    ['20260103', 'format'],
    ['2026-01-03T00:00', 'format'],
    ['3/1/2026', 'format'],
    ['2026-02-29', 'no-such-day'],
    ['1900-02-29', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['2026-00-10', 'no-such-day'],
    ['2026-04-31', 'no-such-day'],
    ['2026-04-00', 'no-such-day'],
    ['0026-04-01', 'no-such-day'],
  ])('refuses %j as %s', (text, refusal) => {
    expect(parseShanghaiDay(text)).toEqual({ ok: false, refusal });
  });

  it('knows leap days', () => {
    expect(parseShanghaiDay('2028-02-29').ok).toBe(true);
    expect(parseShanghaiDay('2000-02-29').ok).toBe(true);
  });

  it('reads back every day as it is written for people', () => {
    fc.assert(
      fc.property(anyDay, (any) => {
        expect(parseShanghaiDay(formatDay(any))).toEqual({ ok: true, value: any });
        expect(parseShanghaiDay(any)).toEqual({ ok: true, value: any });
      }),
    );
  });

  it('throws from shanghaiDay where the text is no day', () => {
    expect(() => day('2026-02-30')).toThrow(RangeError);
  });
});

describe('a day and its instants', () => {
  it('is open at 23:59:59.999 in Shanghai and over one millisecond later', () => {
    const end = endOfShanghaiDay(day('2026-06-30'));
    expect(end.toISOString()).toBe('2026-06-30T16:00:00.000Z');
    expect(shanghaiDayOf(new Date(end.getTime() - 1))).toBe('2026-06-30');
    expect(shanghaiDayOf(end)).toBe('2026-07-01');
  });

  it('starts at midnight in Shanghai, 16:00 UTC of the day before', () => {
    expect(startOfShanghaiDay(day('2026-11-23')).toISOString()).toBe('2026-11-22T16:00:00.000Z');
  });

  it('has 24 hours, and holds each of its instants, for every day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 86_399_999 }), (any, ms) => {
        const start = startOfShanghaiDay(any);
        expect(endOfShanghaiDay(any).getTime() - start.getTime()).toBe(86_400_000);
        expect(shanghaiDayOf(new Date(start.getTime() + ms))).toBe(any);
      }),
    );
  });
});

describe('adding and counting', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-23', -18, '2025-05-23'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s plus %i months is %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to);
  });

  it('counts what was added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (any, count) => {
        expect(daysBetween(any, addDays(any, count))).toBe(count);
        expect(addDays(addDays(any, count), -count)).toBe(any);
      }),
    );
  });

  it('keeps the order of days as the order of texts', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });

  it('throws beyond the year 9999', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('wholeMonthsBetween', () => {
  it.each([
    ['2025-09-01', '2028-08-31', 36],
    ['2025-09-01', '2028-08-30', 35],
    ['2025-09-15', '2028-09-14', 36],
    ['2025-09-15', '2028-09-13', 35],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-02-28', '2026-03-27', 1],
    ['2024-02-29', '2027-02-28', 36],
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-02', '2026-01-01', 0],
  ])('a term of %s to %s lasts %i', (start, end, months) => {
    expect(wholeMonthsBetween(day(start), day(end))).toBe(months);
  });

  it('is the largest number of months whose last day is reached, by counting them one by one', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 1500 }), (start, days) => {
        const end = addDays(start, days);
        let months = 0;
        for (;;) {
          const next = addMonths(start, months + 1);
          const last = next.slice(8) === start.slice(8) ? addDays(next, -1) : next;
          if (last > end) break;
          months += 1;
        }
        expect(wholeMonthsBetween(start, end)).toBe(months);
      }),
    );
  });
});

describe('formats', () => {
  it('writes days and times as people in China read them', () => {
    expect(formatDay(day('2026-11-23'))).toBe('2026年11月23日');
    expect(formatDay(day('2026-01-03'))).toBe('2026年1月3日');
    expect(formatShortDay(day('2026-11-23'))).toBe('11月23日');
    expect(formatWeekday(day('2026-11-23'))).toBe('星期一');
    expect(formatWeekday(day('2026-11-22'))).toBe('星期日');
    expect(formatDayTime(new Date('2026-11-23T06:03:59.999Z'))).toBe('2026年11月23日 14:03');
    expect(formatTime(new Date('2026-11-22T16:00:00Z'))).toBe('00:00');
  });

  it('writes an instant after 16:00 UTC as the next day', () => {
    expect(formatDayTime(new Date('2026-12-31T16:05:00Z'))).toBe('2027年1月1日 00:05');
  });
});

describe('months', () => {
  it.each(['2026-06', '2026/6', '2026.06', '2026年6月'])('reads %s', (text) => {
    expect(parseShanghaiMonth(text)).toEqual({ ok: true, value: '2026-06' });
  });

  it.each([
    ['2026', 'format'],
    ['2026-06-01', 'format'],
    ['2026-13', 'no-such-month'],
    ['2026-00', 'no-such-month'],
  ])('refuses %s as %s', (text, refusal) => {
    expect(parseShanghaiMonth(text)).toEqual({ ok: false, refusal });
  });

  it('counts from one to the next across years', () => {
    const [june, january] = [monthOf(day('2026-06-30')), monthOf(day('2027-01-01'))];
    expect(monthsBetween(june, january)).toBe(7);
    expect(monthsBetween(january, june)).toBe(-7);
  });
});
