import { describe, expect, it } from '@jest/globals';
import { deviceWords } from '@/lib/access/rules/device-words';
import { IDLE_MINUTES, IDLE_WARNING_MINUTES, idleState } from '@/lib/access/rules/idle';

describe('a browser in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
      'Windows 电脑，Chrome',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
      'Windows 电脑，Edge',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.54',
      'iPhone，微信',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      'Mac 电脑，Safari',
    ],
    [
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 HuaweiBrowser/5.0',
      '鸿蒙设备，华为浏览器',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 'Windows 电脑，IE'],
    ['curl/8.5.0', '未知设备'],
    [null, '未知设备'],
  ])('%s', (userAgent, words) => {
    expect(deviceWords(userAgent)).toBe(words);
  });
});

describe('a page that nobody touches', () => {
  const minutes = (count: number) => count * 60_000;

  it('warns some minutes before the session ends, and says when it did', () => {
    expect(idleState(0)).toBe('fine');
    expect(idleState(minutes(IDLE_MINUTES - IDLE_WARNING_MINUTES) - 1)).toBe('fine');
    expect(idleState(minutes(IDLE_MINUTES - IDLE_WARNING_MINUTES))).toBe('ending');
    expect(idleState(minutes(IDLE_MINUTES) - 1)).toBe('ending');
    expect(idleState(minutes(IDLE_MINUTES))).toBe('over');
  });
});
