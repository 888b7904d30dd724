import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { keptAnswer, normaliseAnswer } from '@/lib/forms/rules/answers';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { ID_TYPES } from '@/lib/kernel/id-documents';
import { aField, CONTEXT, EVERY_TYPE, TYPED } from './a-field';

const SENTENCE = /^[^\n]*[\u4e00-\u9fff][^\n]*。$/;

function read(type: (typeof EVERY_TYPE)[number], text: string, more = {}, context = {}) {
  return normaliseAnswer(aField(type, more), text, { ...CONTEXT, ...context });
}

describe('normaliseAnswer', () => {
  it.each([
    ['day', '2026年9月1日', '2026-09-01'],
    ['day', '２０２６/9/1', '2026-09-01'],
    ['month', '2025.10', '2025-10'],
    ['month', '2025-10-07', '2025-10'],
    ['money', '￥１，２３４．５', '1,234.50'],
    ['money', '286000', '286,000.00'],
    ['number', '1,200', '1200'],
    ['mobile', '+86 138-0000-0001', '13800000001'],
    ['telephone', '（0512）66680000转801', '0512-66680000-801'],
    ['email', ' hr@EXAMPLE.com ', 'hr@example.com'],
    ['postcode', '２１５０００', '215000'],
    ['personName', '张　三', '张三'],
    ['personName', '阿不都•热合曼', '阿不都·热合曼'],
    ['personName', '王䶮', '王䶮'],
    ['choice', '招聘会', 'fair'],
    ['category', 'C 硕士或高级职称', 'C'],
    ['category', 'B', 'B'],
    ['idType', '护照', 'PASSPORT'],
    ['yesNo', '是', 'yes'],
    ['text', '  苏州示例　 公司 ', '苏州示例 公司'],
    ['longText', '一\r\n二', '一\n二'],
  ] as const)('reads %s %j as %j', (type, text, expected) => {
    expect(read(type, text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['day', '2026-02-30', '没有这一天'],
    ['day', '明天', '2026-11-23 的样子'],
    ['month', '2025-13', '没有这个月份'],
    ['money', '12.345', '两位小数'],
    ['money', '一万', '数字'],
    ['number', '1.5', '整数'],
    ['mobile', '12800000001', '11 位'],
    ['telephone', '66680000', '区号'],
    ['email', 'a@', 'name@example.com'],
    ['postcode', '21500', '6 位'],
    ['personName', '李', '至少 2 个字'],
    ['choice', '别的', '列表'],
    ['uscc', '91320599MA2ABCDE0X', '校验码'],
  ] as const)('refuses %s %j and says how to mend it', (type, text, said) => {
    const result = read(type, text);
    expect(!result.ok && result.refusal).toContain(said);
  });

  it('never asks for completeness: an empty or invisible text is right in every field', () => {
    for (const type of EVERY_TYPE) {
      for (const text of ['', '  ', '\u200b\u3000\ufeff']) expect(read(type, text)).toEqual({ ok: true, value: '' });
    }
  });

  it('reads an ID number by the type beside it, and says what is wrong with it', () => {
    expect(read('idNumber', '320599 1996 0815 282 5', {}, { idType: 'RESIDENT_ID' }).ok).toBe(true);
    const wrong = read('idNumber', '320599199608152824', {}, { idType: 'RESIDENT_ID' });
    expect(wrong).toEqual({ ok: false, refusal: '末位校验码与前 17 位不符，请逐位核对证件。' });
    expect(read('idNumber', 'x 1234567', {}, { idType: 'PASSPORT' })).toEqual({ ok: true, value: 'X1234567' });
    expect(read('idNumber', 'x 1234567')).toEqual({ ok: true, value: 'x 1234567' });
    expect(read('idNumber', 'x'.repeat(41)).ok).toBe(false);
  });

  it('holds the bounds of a field, both included', () => {
    const bounds = { minimum: 1, maximum: 10, unit: '人' };
    expect(read('number', '0', bounds).ok).toBe(false);
    expect(read('number', '1 人', bounds)).toEqual({ ok: true, value: '1' });
    expect(read('number', '10', bounds).ok).toBe(true);
    expect(read('number', '11', bounds).ok).toBe(false);
    expect(read('money', '0.99', { minimum: 1 }).ok).toBe(false);
    expect(read('money', '1', { minimum: 1, maximum: 1 })).toEqual({ ok: true, value: '1.00' });
    expect(read('text', '一二', { minLength: 3 }).ok).toBe(false);
    expect(read('text', '𬱟𬱟𬱟', { minLength: 3, maxLength: 3 }).ok).toBe(true);
  });

  it('lets a past day be today and not tomorrow', () => {
    expect(read('day', '2026-11-23', { notFuture: true }).ok).toBe(true);
    expect(read('day', '2026-11-24', { notFuture: true }).ok).toBe(false);
    expect(read('month', '2026-11', { notFuture: true }).ok).toBe(true);
    expect(read('month', '2026-12', { notFuture: true }).ok).toBe(false);
  });

  it('reads its own answer as the same answer, whatever was typed', () => {
    for (const type of EVERY_TYPE) {
      const typed = fc.oneof(fc.constantFrom(...TYPED[type]), fc.string({ unit: 'grapheme', maxLength: 30 }));
      fc.assert(
        fc.property(typed, fc.constantFrom(undefined, ...ID_TYPES), (text, idType) => {
          const once = read(type, text, {}, { idType });
          if (once.ok) expect(read(type, once.value, {}, { idType })).toEqual(once);
          else expect(once.refusal).toMatch(SENTENCE);
        }),
        { numRuns: 200 },
      );
    }
  });

  it('keeps what was typed when it is wrong, so that nothing is lost', () => {
    expect(keptAnswer(aField('day'), ' 明年三月 ', CONTEXT)).toBe('明年三月');
    expect(keptAnswer(aField('day'), '2026/9/1', CONTEXT)).toBe('2026-09-01');
    expect(keptAnswer(aField('text'), 'x'.repeat(5000), CONTEXT)).toHaveLength(2000);
  });

  it('keeps no half character and no NUL, which the database would refuse', () => {
    expect(keptAnswer(aField('text'), '王\ud800\u0000䶮\u007f', CONTEXT)).toBe('王䶮');
    expect(keptAnswer(aField('day'), '\udc00明天\u0000', CONTEXT)).toBe('明天');
  });
});

describe('displayAnswer', () => {
  it.each([
    ['money', '286,000.00', '¥286,000.00'],
    ['day', '1996-08-15', '1996年8月15日'],
    ['month', '2025-10', '2025年10月'],
    ['choice', 'own', '企业自主招聘'],
    ['category', 'B', 'B 博士'],
    ['yesNo', 'no', '否'],
    ['idType', 'HMT_RESIDENCE', '港澳台居民居住证'],
    ['day', '明天', '明天'],
    ['text', '', ''],
  ] as const)('shows %s %j as %j', (type, answer, shown) => {
    expect(displayAnswer(aField(type), answer, CONTEXT.categories)).toBe(shown);
  });

  it('shows an amount of another unit in that unit', () => {
    const capital = aField('money', { unit: '万元' });
    expect(displayAnswer(capital, '1,000.00')).toBe('1,000 万元');
    expect(displayAnswer(capital, '0.50')).toBe('0.50 万元');
    expect(keptAnswer(capital, '1000万元', CONTEXT)).toBe('1,000.00');
    expect(normaliseAnswer({ ...capital, minimum: 1 }, '0.5', CONTEXT)).toMatchObject({
      refusal: expect.stringContaining('1.00 万元'),
    });
  });

  it('shows what reads back as the same answer, so that nothing is lost by looking at it', () => {
    for (const type of EVERY_TYPE) {
      const field = aField(type, { unit: { number: '人', money: '万元' }[type as string] });
      for (const text of TYPED[type]) {
        const stored = keptAnswer(field, text, CONTEXT);
        const shown = displayAnswer(field, stored, CONTEXT.categories);
        expect(keptAnswer(field, shown, CONTEXT)).toBe(stored);
      }
    }
  });
});
