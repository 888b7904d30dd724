import { describe, expect, it } from '@jest/globals';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { MESSAGES, type MessageFacts } from '@/lib/messaging/rules/kinds';
import { SMS_CHARACTERS_MAX, SMS_SIGN, smsText } from '@/lib/messaging/rules/sms-text';

/** As long as the parts of a message become. */
const LONGEST: MessageFacts = {
  programme: '高层次和紧缺人才招聘补贴',
  number: 'RC20260005038',
  amountFen: 12_345_678_90,
  deadline: shanghaiDay('2026-12-31'),
  reason: '验证码 123456，5 分钟内有效。',
  receiptNumber: 'SJ20260001876',
  account: '3225 **** **** 1234',
};
const BAREST: MessageFacts = {
  ...LONGEST,
  amountFen: null,
  deadline: null,
  reason: null,
  receiptNumber: null,
  account: null,
};

describe('messages', () => {
  it.each(Object.keys(MESSAGES) as (keyof typeof MESSAGES)[])(
    '%s fits one SMS with the sign first, at its longest and its barest',
    (kind) => {
      for (const facts of [LONGEST, BAREST]) {
        const text = smsText(MESSAGES[kind](facts).sms);
        expect(text.startsWith(SMS_SIGN)).toBe(true);
        expect([...text].length).toBeLessThanOrEqual(SMS_CHARACTERS_MAX);
        expect(text).not.toMatch(/undefined|null|NaN/);
      }
    },
  );

  it.each(Object.keys(MESSAGES) as (keyof typeof MESSAGES)[])(
    '%s has a subject and lines that never carry a whole ID number or account',
    (kind) => {
      const { subject, lines } = MESSAGES[kind](LONGEST);
      expect(subject.length).toBeGreaterThan(0);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join('\n')).not.toMatch(/\d{15,}/);
    },
  );

  it('an SMS that would need a second one is refused as a fault of its template', () => {
    expect(() => smsText('字'.repeat(SMS_CHARACTERS_MAX))).toThrow(/characters/);
  });
});
