import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markReached } from '@/lib/application/rules/reminders';
import { endOfShanghaiDay, shanghaiDay } from '@/lib/kernel/shanghai-day';

const LAST = shanghaiDay('2026-12-15');
const keyAt = (what: 'draft' | 'return', utc: string) => markReached(what, LAST, new Date(utc))?.key ?? null;

describe('the mark of a reminder', () => {
  it.each([
    ['draft', '2026-12-08T00:59:59Z', null],
    ['draft', '2026-12-08T01:00:00Z', 'draft 2026-12-15 7d'],
    ['draft', '2026-12-12T01:00:00Z', 'draft 2026-12-15 3d'],
    ['draft', '2026-12-14T12:00:00Z', 'draft 2026-12-15 1d'],
    ['draft', '2026-12-15T13:00:00Z', 'draft 2026-12-15 3h'],
    ['draft', '2026-12-15T16:00:00Z', null],
    ['return', '2026-12-12T00:59:59Z', null],
    ['return', '2026-12-12T01:00:00Z', 'return 2026-12-15 3d'],
    ['return', '2026-12-15T13:00:00Z', 'return 2026-12-15 1d'],
  ] as const)('of a %s at %s is %s', (what, at, key) => {
    expect(keyAt(what, at)).toBe(key);
  });

  it('is one at a time, in the order of the days, whenever one looks', () => {
    const end = endOfShanghaiDay(LAST).getTime();
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 * 86_400 }), { minLength: 2, maxLength: 30 }), (before) => {
        const seen = before
          .sort((a, b) => b - a)
          .flatMap((seconds) => markReached('draft', LAST, new Date(end - seconds * 1000))?.at.getTime() ?? []);
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
        expect(new Set(seen).size).toBeLessThanOrEqual(4);
      }),
      { numRuns: 20 },
    );
  });
});
