import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { standardDerivation, standardFenOf } from '@/lib/programme/rules/amounts';
import { windowState } from '@/lib/programme/rules/window';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';

const window = { opensOn: shanghaiDay('2026-03-01'), closesOn: shanghaiDay('2026-06-30') };
const at = (text: string) => windowState(window, new Date(text));

describe('windowState', () => {
  it('opens at 0:00 in Shanghai and not a millisecond before', () => {
    expect(at('2026-02-28T23:59:59.999+08:00').state).toBe('before');
    expect(at('2026-03-01T00:00:00.000+08:00').state).toBe('open');
  });

  it('is open at 23:59:59.999 of the last day and closed one millisecond later', () => {
    expect(at('2026-06-30T23:59:59.999+08:00').state).toBe('open');
    expect(at('2026-07-01T00:00:00.000+08:00').state).toBe('closed');
  });

  it.each([
    ['2026-02-27T12:00:00+08:00', 2],
    ['2026-06-08T00:00:00+08:00', 22],
    ['2026-06-30T23:59:59+08:00', 0],
    ['2026-07-05T00:00:00+08:00', 0],
  ])('counts the days at %s as %i', (now, daysLeft) => {
    expect(at(now).daysLeft).toBe(daysLeft);
  });

  it('goes from before to open to closed and never back', () => {
    const order = { before: 0, open: 1, closed: 2 };
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 0, max: 200 }), (a, b, length) => {
        const some = { opensOn: window.opensOn, closesOn: addDays(window.opensOn, length) };
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(order[windowState(some, early).state]).toBeLessThanOrEqual(order[windowState(some, late).state]);
        expect(windowState(some, a).daysLeft).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('standardFenOf', () => {
  it('is the standard of the category, and nothing while none is chosen', () => {
    expect(standardFenOf(talentRecruitment, { category: 'B' })).toBe(50_000_00);
    expect(standardFenOf(talentRecruitment, {})).toBe(0);
    expect(standardFenOf(talentRecruitment, { category: 'Z' })).toBe(0);
  });

  it('is so much a month for no more months than allowed', () => {
    const monthly = {
      ...talentRecruitment,
      amount: { kind: 'per-month', months: 'stay', maxMonths: 6 } as const,
    };
    expect(standardFenOf(monthly, { category: 'D', stay: '3' })).toBe(30_000_00);
    expect(standardFenOf(monthly, { category: 'C', stay: '24' })).toBe(120_000_00);
    expect(standardFenOf(monthly, { category: 'C', stay: '许多' })).toBe(0);
    expect(standardFenOf(monthly, { stay: '3' })).toBe(0);
    expect(standardDerivation(monthly, { category: 'D', stay: '3' })).toBe('10,000 元/月 × 3 个月');
    expect(standardDerivation(monthly, { category: 'D', stay: '9' })).toContain('最多计 6 个月');
    expect(standardDerivation(talentRecruitment, { category: 'D' })).toBeNull();
  });
});
