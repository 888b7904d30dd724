import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeOf, readCode, secondsUntilNext } from '@/lib/access/rules/sms-code';
import { inWords } from '@/lib/access/rules/time-words';

const NOW = new Date('2026-11-23T02:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);

describe('codes', () => {
  it('have six digits, whatever chance gives', () => {
    fc.assert(fc.property(fc.nat({ max: 2 ** 31 - 1 }), (random) => /^\d{6}$/.test(codeOf(random))));
  });

  it('are read as they are typed on any keyboard', () => {
    expect(readCode(' ０１２ 345 ')).toBe('012345');
  });
});

describe('the wait between two codes to one number', () => {
  it('is none for the first, sixty seconds for the next', () => {
    expect(secondsUntilNext([], NOW)).toBe(0);
    expect(secondsUntilNext([ago(1)], NOW)).toBe(59);
    expect(secondsUntilNext([ago(60)], NOW)).toBe(0);
  });

  it('after five in a day lasts until the first of them is a day old', () => {
    const five = [100, 200, 300, 400, 24 * 3600 - 500].map(ago);
    expect(secondsUntilNext(five, NOW)).toBe(500);
    expect(secondsUntilNext(five.slice(0, 4), NOW)).toBe(0);
  });

  it('never lets more than five through in any 24 hours', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(gaps, (steps) => {
        let at = NOW.getTime();
        const sent: number[] = [];
        for (const step of steps) {
          at += step * 1000;
          const recent = sent.filter((one) => one > at - 24 * 3600 * 1000).map((one) => new Date(one));
          if (secondsUntilNext(recent, new Date(at)) === 0) sent.unshift(at);
        }
        return sent.every((one, index) => {
          const sixth = sent[index + 5];
          const next = sent[index + 1];
          const isDayKept = sixth === undefined || one - sixth >= 24 * 3600 * 1000;
          return isDayKept && (next === undefined || one - next >= 60_000);
        });
      }),
    );
  });
});

describe('waits in words', () => {
  it.each([
    [0.2, '1 秒'],
    [59, '59 秒'],
    [61, '2 分钟'],
    [90 * 60, '90 分钟'],
    [20 * 3600, '20 小时'],
  ])('%d seconds are %s', (seconds, words) => expect(inWords(seconds)).toBe(words));
});
