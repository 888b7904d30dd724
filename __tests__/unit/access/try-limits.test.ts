import { describe, expect, it } from '@jest/globals';
import { networkOf, quotaStart, SIGN_IN_TRIES, waitAfter } from '@/lib/access/rules/try-limits';

describe('the wait between tries', () => {
  it('is nothing for the first ones, then doubles, and never passes half an hour', () => {
    const waits = Array.from({ length: 14 }, (_, tries) => waitAfter(SIGN_IN_TRIES, tries));
    expect(waits).toEqual([0, 0, 0, 15, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800, 1800]);
  });

  it('lets a patient guesser try at most ten passwords in any hour', () => {
    const at: number[] = [];
    for (let now = 0; now < 6 * 3600; now += 1) {
      const remembered = at.filter((second) => second > now - 3600);
      const last = at.at(-1) ?? -Infinity;
      if (now - last >= waitAfter(SIGN_IN_TRIES, remembered.length)) at.push(now);
    }
    const most = Math.max(...at.map((start) => at.filter((second) => second >= start && second < start + 3600).length));
    expect(most).toBeLessThanOrEqual(10);
  });
});

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.0/24'],
    ['203.0.113.250', '203.0.113.0/24'],
    ['::ffff:203.0.113.7', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unix', 'unknown'],
    [null, 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a quota', () => {
  it('begins anew at fixed times', () => {
    const rule = { most: 1, seconds: 600 };
    expect(quotaStart(rule, new Date('2026-11-23T02:09:59.999Z'))).toEqual(new Date('2026-11-23T02:00:00Z'));
    expect(quotaStart(rule, new Date('2026-11-23T02:10:00Z'))).toEqual(new Date('2026-11-23T02:10:00Z'));
  });
});
