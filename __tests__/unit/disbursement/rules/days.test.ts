import { describe, expect, it } from '@jest/globals';
import { daysRun, lapsesAfter, reminderDue, type Days } from '@/lib/disbursement/rules/days';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

const at = (text: string) => new Date(text);
const OPENED = at('2026-01-01T02:00:00Z');
const aDisbursement = (given: Partial<Days> = {}): Days => ({
  ...{ openedAt: OPENED, lastActAt: OPENED, reminders: [], pauses: [] },
  ...given,
});
const pause = (since: string, until: string) => ({ since: at(`${since}T04:00:00Z`), until: at(`${until}T04:00:00Z`) });
const third = (on: string) => ({ key: '2026-01-01 60d', at: at(`${on}T02:00:00Z`) });

describe('the day after which a disbursement lapses', () => {
  const last = (given: Partial<Days>, today = '2026-01-01') =>
    lapsesAfter(aDisbursement(given), 90, shanghaiDay(today));

  it('lies the configured days after the day on which the third reminder was written', () => {
    expect(last({ reminders: [third('2026-03-02')] })).toBe('2026-05-31');
    expect(last({ reminders: [third('2026-06-10')] })).toBe('2026-09-08');
  });

  it('is foreseen from the day on which that reminder is due, and moves on while it is not written', () => {
    expect(last({})).toBe('2026-05-31');
    expect(last({ reminders: [{ key: '2026-01-01 21d', at: at('2026-01-22T02:00:00Z') }] })).toBe('2026-05-31');
    expect(last({}, '2026-06-10')).toBe('2026-09-08');
  });

  it('starts again with an act after the third reminder, not with one before it', () => {
    const reminders = [third('2026-03-02')];
    expect(last({ reminders, lastActAt: at('2026-02-20T02:00:00Z') })).toBe('2026-05-31');
    expect(last({ reminders, lastActAt: at('2026-04-10T02:00:00Z') })).toBe('2026-07-09');
  });

  it('counts days as they are in China, whatever the zone of the process', () => {
    const opened = at('2026-01-01T16:30:00Z');
    expect(last({ openedAt: opened, lastActAt: opened })).toBe('2026-06-01');
  });

  it('goes on by exactly the days that a hold took, before or after the third reminder', () => {
    expect(last({ pauses: [pause('2026-01-10', '2026-01-20')] })).toBe('2026-06-10');
    const reminders = [third('2026-03-02')];
    expect(last({ reminders, pauses: [pause('2026-04-01', '2026-04-11')] })).toBe('2026-06-10');
    expect(last({ reminders, pauses: [pause('2026-01-10', '2026-01-20')] })).toBe('2026-05-31');
    expect(last({ reminders, pauses: [pause('2026-02-20', '2026-03-12')] })).toBe('2026-06-10');
    expect(last({ reminders, pauses: [pause('2026-04-01', '2026-04-01')] })).toBe('2026-05-31');
  });

  it('counts a day on which two holds stood once', () => {
    const both = [pause('2026-01-10', '2026-01-20'), pause('2026-01-05', '2026-01-15')];
    expect(last({ pauses: both })).toBe('2026-06-15');
    expect(last({ pauses: [pause('2026-01-05', '2026-01-20'), pause('2026-01-08', '2026-01-12')] })).toBe('2026-06-15');
  });

  it('is counted anew for one that was revived', () => {
    const revived = at('2026-09-01T02:00:00Z');
    const before = { reminders: [third('2026-03-02')], pauses: [pause('2026-04-01', '2026-04-11')] };
    expect(last({ ...before, openedAt: revived, lastActAt: revived })).toBe('2027-01-29');
  });
});

describe('the reminder that is due', () => {
  const due = (now: string, given: Partial<Days> = {}) => reminderDue(aDisbursement(given), at(now));

  it.each([
    ['2026-01-08T00:59:59Z', null],
    ['2026-01-08T01:00:00Z', '2026-01-01 7d'],
    ['2026-01-22T00:59:59Z', '2026-01-01 7d'],
    ['2026-01-22T01:00:00Z', '2026-01-01 21d'],
    ['2026-03-02T01:00:00Z', '2026-01-01 60d'],
    ['2026-08-01T01:00:00Z', '2026-01-01 60d'],
  ])('at %s is %s: the last mark alone, from nine in the morning', (now, key) => {
    expect(due(now)).toBe(key);
  });

  it('is none where it was written', () => {
    expect(due('2026-03-10T01:00:00Z', { reminders: [third('2026-03-02')] })).toBeNull();
  });

  it('waits for the morning after where something was done on its day', () => {
    const lastActAt = at('2026-01-08T00:30:00Z');
    expect(due('2026-01-08T12:00:00Z', { lastActAt })).toBeNull();
    expect(due('2026-01-09T00:59:59Z', { lastActAt })).toBeNull();
    expect(due('2026-01-09T01:00:00Z', { lastActAt })).toBe('2026-01-01 7d');
  });

  it('comes later by the days that a hold took', () => {
    const pauses = [pause('2026-01-05', '2026-01-15')];
    expect(due('2026-01-18T00:59:59Z', { pauses })).toBeNull();
    expect(due('2026-01-18T01:00:00Z', { pauses })).toBe('2026-01-01 7d');
  });
});

it('days run only where the next act is the enterprise’s and nothing holds it', () => {
  const free = {
    status: 'AWAITING_PRINT',
    failureCause: null,
    hold: null,
    talentHold: null,
    waitsForDecision: false,
    waitsForFont: false,
  } as const;
  expect(daysRun(free)).toBe(true);
  expect(daysRun({ ...free, status: 'PAYMENT_FAILED', failureCause: 'account' })).toBe(true);
  const stopped = [
    { status: 'RECEIPT_REVIEW' as const },
    { status: 'PAYMENT_FAILED' as const, failureCause: 'bank' },
    { hold: '核查' },
    { talentHold: '陈思远：公示异议核查中' },
    { waitsForDecision: true },
    { waitsForFont: true },
  ];
  for (const one of stopped) expect(daysRun({ ...free, ...one })).toBe(false);
});
