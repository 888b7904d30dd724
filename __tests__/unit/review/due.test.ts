import { describe, expect, it } from '@jest/globals';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';
import { dueMark } from '@/lib/review/rules/due';

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
