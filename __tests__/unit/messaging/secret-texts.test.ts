import { describe, expect, it } from '@jest/globals';
import {
  accountsText,
  codeText,
  initialPasswordText,
  staffInitialPasswordText,
  staffNoticeText,
} from '@/lib/messaging/rules/secret-texts';
import { SMS_CHARACTERS_MAX, SMS_SIGN } from '@/lib/messaging/rules/sms-text';

const length = (text: string) => [...text].length;
const accounts = (enterpriseName: string) =>
  accountsText({
    enterpriseName,
    admin: { username: 'admin', password: 'Abcdefgh2345' },
    super: { username: 'super', password: 'Zyxwvuts9876' },
  });

describe('SMS with a code or a password', () => {
  it('a code fits one part and says what it is for and until when', () => {
    for (const use of ['企业注册', '绑定手机', '绑定邮箱', '找回密码'] as const) {
      const text = codeText({ code: '012345', use, minutes: 5 });
      expect(length(text)).toBeLessThanOrEqual(SMS_CHARACTERS_MAX);
      expect(text.startsWith(SMS_SIGN)).toBe(true);
      expect(text).toContain('012345');
      expect(text).toContain(use);
    }
  });

  it('what staff are told of their accounts fits one part, the longest act with a long user name', () => {
    const username = 'zhongheban.chuangkou1';
    const told = staffNoticeText({ username, what: '动态口令已重置，下次登录须重新绑定' });
    const initial = staffInitialPasswordText({ username, password: 'Abcdefgh2345' });
    for (const text of [told, initial]) {
      expect(length(text)).toBeLessThanOrEqual(SMS_CHARACTERS_MAX);
      expect(text.startsWith(SMS_SIGN)).toBe(true);
      expect(text).toContain(username);
    }
  });

  it('both accounts stand in the manual’s order: sign, enterprise, admin, its password, super, its password', () => {
    const text = accounts('苏州示例智能科技有限公司');
    const places = [SMS_SIGN, '苏州示例智能科技有限公司', 'admin', 'Abcdefgh2345', 'super', 'Zyxwvuts9876'].map(
      (part) => text.indexOf(part),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('they take two parts at most, of 67 characters each, beside a name of 50 characters', () => {
    expect(length(accounts('苏'.repeat(50)))).toBeLessThanOrEqual(2 * 67);
  });

  it('an employee’s initial password fits one part beside a name of 18 characters', () => {
    const text = initialPasswordText({
      enterpriseName: '苏'.repeat(18),
      username: 'wangxiaoming',
      password: 'Abcdefgh2345',
    });
    expect(length(text)).toBeLessThanOrEqual(SMS_CHARACTERS_MAX);
  });
});
