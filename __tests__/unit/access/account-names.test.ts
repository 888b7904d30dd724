import { describe, expect, it } from '@jest/globals';
import { normaliseUsername, readEnterpriseKey } from '@/lib/access/rules/account-names';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';

describe('names of accounts', () => {
  it('are the same enterprise whatever the width of brackets, letters and spaces', () => {
    const name = normaliseEnterpriseName('苏州示例（中国）ABC有限公司');
    expect(normaliseEnterpriseName(' 苏州示例(中国) ＡＢＣ有限公司​ ')).toBe(name);
    expect(normaliseEnterpriseName('苏州示例(中国)abc有限公司')).toBe(name);
    expect(normaliseEnterpriseName('苏州示例中国ABC有限公司')).not.toBe(name);
  });

  it('take a typed USCC for one only when its check character is right', () => {
    expect(readEnterpriseKey('91 3205 99MA00 000006').valueOf()).toHaveProperty('normalisedName');
    expect(readEnterpriseKey('９１３５０１００Ｍ０００１００Ｙ４３')).toEqual({ uscc: '91350100M000100Y43' });
    expect(readEnterpriseKey('91350100m000100y43')).toEqual({ uscc: '91350100M000100Y43' });
  });

  it('compare user names without case, width and spaces', () => {
    expect(normaliseUsername(' Ｓuper ')).toBe('super');
  });
});
