import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCommonPassword } from '@/lib/access/rules/common-passwords';
import { initialPassword } from '@/lib/access/rules/password';
import { complaintAbout, type PasswordOwner } from '@/lib/access/rules/password-rules';

const OWNER: PasswordOwner = {
  side: 'enterprise',
  username: 'wangxm',
  enterpriseName: '苏州示例（中国）智能科技有限公司',
  uscc: '91320599MA2ABCDE0L',
};
const STAFF: PasswordOwner = { side: 'staff', username: 'first1' };

describe('a password is refused when anybody would try it first', () => {
  it.each(
    `12345678 123456789 1234567890 87654321 11111111 00000000 88888888 66666666 12121212 abcabcabc abcd1234 abc12345
     a1234567 a12345678 aa123456 qwertyui qwerty123 1qaz2wsx 1q2w3e4r 1q2w3e4r5t qazwsxedc asdfghjkl zxcvbnm1 147258369
     password Password1 Passw0rd P@ssw0rd P@ssw0rd123 p@$$w0rd Admin123 Admin@123 admin888 admin2026 root1234 super123
     Super@2026 test1234 welcome1 Welcome@123 iloveyou woaini1314 woaini520 Suzhou123 suzhou2026 Suzhou@2026 sipac123
     Sipac@2026 sip12345 yuanqu123 jiangsu1 caiwu123 renshi2026 13800000001 19900101 1990-01-01 20261128 zhangsan1
     qyt12345 ywtb2026 ywtb@123 rencai123 adminadmin superadmin AdminAdmin1 ａｄｍｉｎ１２３ 123qweasd qwe123asd aaaa1111`
      .split(/\s+/)
      .filter(Boolean),
  )('%s', (password) => expect(isCommonPassword(password)).toBe(true));

  it('and is taken when it is not', () => {
    for (const good of [
      'correct horse battery',
      '三月的雨落在独墅湖',
      'Right-horse-7',
      'vK4m!tR2zQ',
      'kettle ocean',
      '蓝色自行车和面条',
    ])
      expect({ good, common: isCommonPassword(good) }).toEqual({ good, common: false });
  });

  it('stays refused with another case, another width, a sign or year at its end', () => {
    const base = fc.constantFrom('admin', 'suzhou', 'password', 'sipac', 'super', 'woaini', 'qwerty', 'caiwu');
    const tail = fc.constantFrom('123', '888', '2026', '@2026', '!', '123456', '@123', '#1', '_01', '1314');
    fc.assert(
      fc.property(base, tail, fc.boolean(), (word, end, isUpper) =>
        isCommonPassword((isUpper ? word.toUpperCase() : word) + end),
      ),
    );
  });

  it('never is what the system itself sends', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), (chance) => {
        const password = initialPassword((below) => Number(chance.next().value) % below);
        return isCommonPassword(password) === false && complaintAbout(password, OWNER) === null;
      }),
      { examples: [] },
    );
  });
});

describe('a new password', () => {
  it.each([
    ['7个字符不够长', 'too-short'],
    ['八个字符就已经够', null],
    ['x'.repeat(129), 'too-long'],
    ['my 91320599ma2abcde0l key', 'has-uscc'],
    ['key MA2ABCDE0 lake', 'has-uscc'],
    ['我们苏州示例(中国)智能科技有限公司', 'has-name'],
    ['示例（中国）智能科技', 'has-name'],
    ['blue WangXM kettle', 'has-username'],
    ['Admin@2026', 'common'],
  ])('%s: %s', (password, complaint) => expect(complaintAbout(password, OWNER)).toBe(complaint));

  it('of staff has twelve characters', () => {
    expect(complaintAbout('kettle-ocea', STAFF)).toBe('too-short');
    expect(complaintAbout('kettle-ocean', STAFF)).toBeNull();
  });

  it('is counted in characters, so that an emoji is one', () => {
    expect(complaintAbout('🌊🚲🍜🎋🐉🌙🏮', OWNER)).toBe('too-short');
    expect(complaintAbout('🌊🚲🍜🎋🐉🌙🏮🧧', OWNER)).toBeNull();
  });

  it('takes any string without failing, and any it takes is long enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), (text) => {
        const complaint = complaintAbout(text, OWNER);
        return complaint !== null || [...text.normalize('NFKC')].length >= 8;
      }),
    );
  });
});
