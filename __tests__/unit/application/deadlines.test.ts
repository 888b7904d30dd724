import { describe, expect, it } from '@jest/globals';
import { afterHold } from '@/lib/application/rules/deadlines';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { chineseCalendar } from '@/lib/kernel/working-days';

describe('a last day after a hold', () => {
  const after = (deadline: string, since: string, until: string) =>
    afterHold(
      shanghaiDay(deadline),
      { since: new Date(`${since}T03:00:00Z`), until: new Date(`${until}T03:00:00Z`) },
      chineseCalendar,
    );

  it('leaves as many working days as were left before, over weekends and holidays', () => {
    expect(after('2026-12-07', '2026-12-02', '2026-12-04')).toBe('2026-12-09');
    expect(after('2026-12-07', '2026-12-02', '2026-12-14')).toBe('2026-12-17');
    expect(after('2026-09-29', '2026-09-28', '2026-09-30')).toBe('2026-10-08');
  });

  it('stays where it is when the hold took no day, and is the day of lifting where it was the last day', () => {
    expect(after('2026-12-07', '2026-12-02', '2026-12-02')).toBe('2026-12-07');
    expect(after('2026-12-07', '2026-12-07', '2026-12-10')).toBe('2026-12-10');
  });
});
