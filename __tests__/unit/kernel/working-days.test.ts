import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays, shanghaiDay, weekdayOf } from '@/lib/kernel/shanghai-day';
import type { HolidayCalendar } from '@/lib/kernel/working-days';
import {
  addWorkingDays,
  addWorkingDaysOrEstimate,
  chineseCalendar,
  workingDaysBetween,
} from '@/lib/kernel/working-days';
import { dayBetween } from './arbitraries';

const day = shanghaiDay;
const KNOWN = dayBetween('2004-01-01', '2026-06-30');

type Notice = { year: number; off: [string, string][]; worked: string[] };

/** 国务院办公厅关于…年部分节假日安排的通知: days off from … to, and the weekends that are worked. */
const NOTICES: Notice[] = [
  {
    year: 2025, // 12 November 2024
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026, // 4 November 2025
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

/** Knows 2026 alone, as the world does in the autumn of that year. */
const only2026: HolidayCalendar = { ...chineseCalendar, knows: (year) => year === 2026 };

describe('chineseCalendar', () => {
  it.each(NOTICES)('agrees with the notice for $year on every day of the year', ({ year, off, worked }) => {
    for (let any = day(`${year}-01-01`); any <= `${year}-12-31`; any = addDays(any, 1)) {
      const isOff = off.some(([first, last]) => any >= first && any <= last);
      const isWeekend = weekdayOf(any) % 6 === 0;
      const expected = worked.includes(any) || (!isOff && !isWeekend);
      expect([any, chineseCalendar.isWorkingDay(any)]).toEqual([any, expected]);
    }
  });

  it('knows each year from 2004 to 2026, and no year for which nothing was published', () => {
    for (let year = 2004; year <= 2026; year += 1) expect([year, chineseCalendar.knows(year)]).toEqual([year, true]);
    for (const year of [1999, 2003, 2060]) expect([year, chineseCalendar.knows(year)]).toEqual([year, false]);
  });

  it('throws rather than guess about a year that it does not know', () => {
    expect(() => chineseCalendar.isWorkingDay(day('2060-03-01'))).toThrow(RangeError);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('from %s, %i working days end on %s', (from, count, to) => {
    expect(addWorkingDays(day(from), count, chineseCalendar)).toEqual({ ok: true, value: to });
  });

  it('refuses at the turn to a year that is not published, and names it', () => {
    const refusal = { code: 'calendar-year-unknown', year: 2027 };
    expect(addWorkingDays(day('2026-12-30'), 1, only2026)).toEqual({ ok: true, value: '2026-12-31' });
    expect(addWorkingDays(day('2026-12-30'), 2, only2026)).toEqual({ ok: false, refusal });
  });

  it('throws on half or negative days', () => {
    expect(() => addWorkingDays(day('2026-11-23'), -1, chineseCalendar)).toThrow(RangeError);
    expect(() => addWorkingDays(day('2026-11-23'), 1.5, chineseCalendar)).toThrow(RangeError);
  });

  it('agrees with counting working days one by one', () => {
    fc.assert(
      fc.property(KNOWN, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const worked = [];
        for (let any = addDays(from, 1); worked.length < count; any = addDays(any, 1)) {
          if (chineseCalendar.isWorkingDay(any)) worked.push(any);
        }
        expect(addWorkingDays(from, count, chineseCalendar)).toEqual({ ok: true, value: worked.at(-1) });
      }),
    );
  });

  it('never ends earlier for a later act or a longer period', () => {
    fc.assert(
      fc.property(KNOWN, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (from, count, later) => {
        const end = endOf(from, count);
        expect(endOf(from, count + 1) > end).toBe(true);
        if (count > 0) expect(endOf(addDays(from, later), count) >= end).toBe(true);
      }),
    );
  });
});

describe('addWorkingDaysOrEstimate', () => {
  it('goes on over Mondays to Fridays of an unknown year and says that it is an estimate', () => {
    const answer = addWorkingDaysOrEstimate(day('2026-12-30'), 3, only2026);
    expect(answer).toEqual({ day: '2027-01-04', estimated: true });
  });

  it('says nothing of the kind, and agrees with addWorkingDays, within known years', () => {
    fc.assert(
      fc.property(KNOWN, fc.nat({ max: 60 }), (from, count) => {
        const answer = addWorkingDaysOrEstimate(from, count, chineseCalendar);
        expect(answer).toEqual({ day: endOf(from, count), estimated: false });
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('counts back what addWorkingDays added', () => {
    fc.assert(
      fc.property(KNOWN, fc.nat({ max: 60 }), (from, count) => {
        expect(workingDaysBetween(from, endOf(from, count), chineseCalendar)).toEqual({ ok: true, value: count });
      }),
    );
  });

  it('is 0 backwards, and refuses over an unknown year', () => {
    expect(workingDaysBetween(day('2026-11-24'), day('2026-11-23'), chineseCalendar)).toEqual({ ok: true, value: 0 });
    expect(workingDaysBetween(day('2026-12-30'), day('2027-01-04'), only2026)).toEqual({
      ok: false,
      refusal: { code: 'calendar-year-unknown', year: 2027 },
    });
  });
});

function endOf(from: ReturnType<typeof day>, count: number) {
  const end = addWorkingDays(from, count, chineseCalendar);
  if (!end.ok) throw new Error(`unknown year ${end.refusal.year}`);
  return end.value;
}
