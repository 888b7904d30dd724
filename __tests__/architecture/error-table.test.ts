import { describe, expect, it } from '@jest/globals';
import { errorRows, withErrorTable } from '@/scripts/tools/error-table';

/** The errors of the manual and of DOMAIN, flow 1, by their texts: each is told by its own refusal. */
const OF_THE_MANUAL = [
  '该企业已注册',
  '无效的CA证书',
  '暂时无法核验',
  '无法自动匹配出统一社会信用代码',
  '无法匹配法人库',
  '注册信息不完整',
  '注册失败',
  '验证码错误',
  '验证码已过期',
  '发送过于频繁',
];

describe('the table of errors in lib/enterprise/README.md', () => {
  it('is as the tables of refusals and the tests have it (npm run diagrams draws it anew)', async () => {
    const { before, after } = await withErrorTable();
    expect(before).toBe(after);
  });

  it('holds every error of the manual, each reached by a test', async () => {
    const rows = await errorRows();
    const missing = OF_THE_MANUAL.filter(
      (title) => !rows.some(({ explained, tests }) => explained.title === title && tests.length > 0),
    );
    expect(missing).toEqual([]);
  });

  it('says of every error what to do next, in whole words', async () => {
    for (const { code, explained } of await errorRows()) {
      const steps = explained.next.length + Object.keys(explained.fields ?? {}).length;
      expect({ code, hasStep: steps > 0 }).toEqual({ code, hasStep: true });
      expect({ code, text: JSON.stringify(explained) }).not.toMatchObject({
        text: expect.stringMatching(/undefined|NaN/),
      });
    }
  });
});
