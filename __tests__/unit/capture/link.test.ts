import { describe, expect, it } from '@jest/globals';
import { endsAt, isOverdue, readSteps, SILENT_MINUTES, UNOPENED_MINUTES, withStep } from '@/lib/capture/rules/link';
import { CAPTURE } from '@/lib/receipt/rules/capture-states';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, 0, 0) + minute * 60_000);
const link = (status: string, lastSeen = 0) => ({ status, tokenAt: at(0), lastSeenAt: at(lastSeen) });

describe('the time of a capture link', () => {
  it('runs from the making of its code until somebody opens it, and from the last sign of life after that', () => {
    expect(endsAt(link('WAITING', 7))).toEqual(at(UNOPENED_MINUTES));
    for (const status of ['OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED'])
      expect(endsAt(link(status, 7))).toEqual(at(7 + SILENT_MINUTES));
  });

  it('is over at the very instant and not a millisecond before', () => {
    const end = at(UNOPENED_MINUTES);
    expect(isOverdue(link('WAITING'), end)).toBe(true);
    expect(isOverdue(link('WAITING'), new Date(end.getTime() - 1))).toBe(false);
  });

  it('never runs out for a link that has ended', () => {
    for (const status of CAPTURE.ends) expect(isOverdue(link(status), at(100_000))).toBe(false);
  });
});

describe('the steps kept with a link', () => {
  it('are added to in order; whatever else stands in the column counts as none', () => {
    const steps = withStep(withStep(null, 'WAITING', at(0)), 'OPENED', at(1));
    expect(steps.map(({ status }) => status)).toEqual(['WAITING', 'OPENED']);
    expect(readSteps(steps)).toEqual(steps);
    expect(readSteps('nonsense')).toEqual([]);
    expect(readSteps([{ status: 1 }, { at: 'x' }, null])).toEqual([]);
  });
});
