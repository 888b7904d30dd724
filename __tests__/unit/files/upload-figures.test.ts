import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { browserWords } from '@/lib/access/rules/device-words';
import { isFailing, NO_UPLOADS, successRate, summedFigures } from '@/lib/files/rules/upload-figures';

const counts = fc.record({
  browser: fc.constant('Windows 电脑，Chrome 138'),
  stored: fc.nat(500),
  refused: fc.nat(50),
  cancelled: fc.nat(50),
  broken: fc.nat(50),
  stuck: fc.nat(20),
});
const figures = (given: Partial<typeof NO_UPLOADS> & { stuck?: number } = {}) => ({
  ...{ browser: '', ...NO_UPLOADS, stuck: 0 },
  ...given,
});

describe('how uploads of a browser end', () => {
  it('is a share of those that ended, whatever the clerk stopped', () => {
    expect(successRate(figures({ cancelled: 3 }))).toBeNull();
    expect(successRate(figures({ stored: 8, refused: 1, broken: 1, cancelled: 40 }))).toBeCloseTo(0.9);
    fc.assert(
      fc.property(counts, fc.nat(90), (one, more) => {
        const rate = successRate(one);
        expect(successRate({ ...one, cancelled: one.cancelled + more })).toBe(rate);
        if (rate !== null) expect(rate).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is an alarm from five failures and a tenth on, and never less of one with more of them', () => {
    expect(isFailing(figures({ stored: 1, broken: 4 }))).toBe(false);
    expect(isFailing(figures({ stored: 46, broken: 5 }))).toBe(false);
    expect(isFailing(figures({ stored: 45, broken: 2, stuck: 3 }))).toBe(true);
    fc.assert(fc.property(counts, (one) => !isFailing(one) || isFailing({ ...one, broken: one.broken + 1 })));
  });

  it('adds up', () => {
    fc.assert(
      fc.property(fc.array(counts), (all) => {
        const sum = summedFigures(all, '合计');
        expect(sum.stored + sum.broken).toBe(all.reduce((total, one) => total + one.stored + one.broken, 0));
      }),
    );
  });
});

describe('a browser in words with its main version', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36';
  it.each([
    ['Windows 电脑，Chrome 138', chrome],
    ['Windows 电脑，Edge 139', `${chrome} Edg/139.0.0.0`],
    ['Windows 电脑，360 浏览器 138', `${chrome} QIHU 360SE`],
    ['Windows 电脑，IE 11', 'Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko'],
    [
      'iPhone，Safari 17',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    ],
    [
      '安卓手机，微信 8',
      'Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
    ],
    ['未知设备', null],
  ])('%s', (words, userAgent) => {
    expect(browserWords(userAgent)).toBe(words);
  });
});
