import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { addWorkingDaysOrEstimate, chineseCalendar } from '@/lib/kernel/working-days';
import { dueMark, lastArrivalDueBy } from '@/lib/review/rules/due';

const monday = shanghaiDay('2026-11-23');
const mark = (day: string, estimated = false) => dueMark({ day: shanghaiDay(day), estimated }, monday, chineseCalendar);

describe('dueMark', () => {
  it.each([
    ['2026-11-20', 'red', '超期 1 个工作日'],
    ['2026-11-23', 'red', '今天到期'],
    ['2026-11-24', 'amber', '剩 1 个工作日'],
    ['2026-11-25', 'amber', '剩 2 个工作日'],
    ['2026-11-26', 'neutral', '剩 3 个工作日'],
    ['2026-12-04', 'neutral', '剩 9 个工作日'],
  ])('says of %s in %s: %s', (day, tone, words) => {
    expect(mark(day)).toMatchObject({ day, tone, words });
  });

  it('counts at least one day, though a long holiday lies between', () => {
    const thursday = shanghaiDay('2026-10-01');
    expect(dueMark({ day: shanghaiDay('2026-09-30'), estimated: false }, thursday, chineseCalendar).words).toBe(
      '超期 1 个工作日',
    );
  });

  it('marks a day over an unpublished calendar as provisional and gives no count', () => {
    const late = shanghaiDay('2099-12-30');
    const found = dueMark({ day: shanghaiDay('2100-01-05'), estimated: true }, late, chineseCalendar);
    expect(found).toMatchObject({ shown: '1月5日（暂定）', words: '剩 若干工作日' });
  });
});

describe('lastArrivalDueBy', () => {
  it('is the bound between what is due by a day and what is not', () => {
    const days = fc.integer({ min: 0, max: 360 }).map((offset) => addDays(shanghaiDay('2026-01-04'), offset));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (by, workingDays) => {
        const bound = lastArrivalDueBy(by, workingDays, chineseCalendar);
        const dueOf = (day: typeof by) => addWorkingDaysOrEstimate(day, workingDays, chineseCalendar).day;
        return dueOf(bound) <= by && dueOf(addDays(bound, 1)) > by;
      }),
    );
  });
});
