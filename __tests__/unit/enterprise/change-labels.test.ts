import { describe, expect, it } from '@jest/globals';
import { answerDueOn } from '@/lib/enterprise/rules/change-due';
import { nextOfChange } from '@/lib/enterprise/rules/change-labels';
import { AT_THE_OFFICE, CHANGE_REQUEST } from '@/lib/enterprise/rules/states';
import { minuteOf } from '@/lib/kernel/shanghai-day';

const at = (text: string) => new Date(text);
const FRIDAY_EVENING = at('2026-11-27T14:30:00Z');

describe('what happens next with a request', () => {
  it('is said with the day by when, two working days after it came in', () => {
    expect(answerDueOn(FRIDAY_EVENING)).toBe('2026-12-01');
    expect(answerDueOn(at('2026-09-30T02:00:00Z'))).toBe('2026-10-09');
    for (const status of AT_THE_OFFICE) {
      const words = nextOfChange({ kind: 'PASSWORD_RESET', status, submittedAt: FRIDAY_EVENING });
      expect(words).toContain('2026年12月1日前答复');
    }
  });

  it('has its words in every state of every kind', () => {
    for (const kind of ['ADMINISTRATOR', 'ENTERPRISE_INFO', 'PASSWORD_RESET'] as const) {
      for (const status of CHANGE_REQUEST.states)
        expect(nextOfChange({ kind, status, submittedAt: null })).toMatch(/^\P{Lowercase}+。$/u);
    }
  });
});

describe('the field for a minute', () => {
  it('shows the time of China, whatever the zone of the process', () => {
    expect(minuteOf(FRIDAY_EVENING)).toBe('2026-11-27T22:30');
    expect(minuteOf(at('2026-11-27T16:05:59Z'))).toBe('2026-11-28T00:05');
  });
});
