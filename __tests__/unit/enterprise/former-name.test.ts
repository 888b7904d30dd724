import { describe, expect, it } from '@jest/globals';
import { formerNameLastDay, formerNamesSince } from '@/lib/enterprise/rules/former-name';

const at = (text: string) => new Date(text);

describe('a former name', () => {
  it('opens for twelve months, counted in days of China', () => {
    expect(formerNameLastDay(at('2026-11-23T02:00:00Z'))).toBe('2027-11-23');
    expect(formerNameLastDay(at('2026-11-22T16:00:00Z'))).toBe('2027-11-23');
    expect(formerNameLastDay(at('2028-02-29T02:00:00Z'))).toBe('2029-02-28');
  });

  it('is looked for among the changes of that time', () => {
    expect(formerNamesSince(at('2027-11-23T15:59:59Z'))).toEqual(at('2026-11-22T16:00:00Z'));
    expect(formerNamesSince(at('2027-11-23T16:00:00Z'))).toEqual(at('2026-11-23T16:00:00Z'));
  });
});
