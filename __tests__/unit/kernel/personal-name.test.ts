import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { maskName, parsePersonalName } from '@/lib/kernel/personal-name';

// U+36C3, U+4DAE, U+2C39F, U+2C31F (planes 0 and 2) and one of plane 3.
const RARE = ['㛃', '䶮', '𬱟', '𬍛', '\u{30000}'];

const anyHan = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x9fef }),
  fc.integer({ min: 0x20000, max: 0x2a6d6 }),
  fc.integer({ min: 0x30000, max: 0x3134a }),
);
const anyHanName = fc.array(anyHan, { minLength: 2, maxLength: 50 }).map((codes) => String.fromCodePoint(...codes));

describe('parsePersonalName', () => {
  it.each([
    ['张伟', '张伟'],
    ['  张伟\n', '张伟'],
    ['张　三', '张三'],
    ['张\u200b三', '张三'],
    ['李𬱟', '李𬱟'],
    ['王〇', '王〇'],
    ['阿不都·热合曼', '阿不都·热合曼'],
    ['阿不都•热合曼', '阿不都·热合曼'],
    ['阿不都・热合曼', '阿不都·热合曼'],
    ['阿不都．热合曼', '阿不都·热合曼'],
    ['阿不都.热合曼', '阿不都·热合曼'],
    ['阿不都 · 热合曼', '阿不都·热合曼'],
    ['John  Smith', 'John Smith'],
    ['Ｊｏｈｎ　Ｓｍｉｔｈ', 'John Smith'],
    ['O’Brien', "O'Brien"],
    ['Jean–Luc Müller', 'Jean-Luc Müller'],
    ['Mu\u0308ller Anna', 'Müller Anna'],
    ['Nguyễn Văn An', 'Nguyễn Văn An'],
    ['J．Smith', 'J·Smith'],
  ])('reads %j as %s', (text, name) => {
    expect(parsePersonalName(text)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', 'too-short'],
    ['张', 'too-short'],
    ['𬱟', 'too-short'],
    ['张'.repeat(51), 'too-long'],
    ['张3', 'character'],
    ['张三（大）', 'character'],
    ['张三\u0000', 'character'],
    ['张\ue000', 'character'],
    ['·张三', 'character'],
    ['张三·', 'character'],
    ['Иван Петров', 'character'],
    ['张三😀', 'character'],
    ['张\ud840', 'character'],
  ])('refuses %j as %s', (text, refusal) => {
    expect(parsePersonalName(text)).toEqual({ ok: false, refusal });
  });

  it.each(RARE)('counts %s as one character', (rare) => {
    expect(parsePersonalName(rare)).toEqual({ ok: false, refusal: 'too-short' });
    expect(parsePersonalName(`李${rare}`)).toEqual({ ok: true, value: `李${rare}` });
    expect(parsePersonalName(rare.repeat(50)).ok).toBe(true);
    expect(parsePersonalName(rare.repeat(51))).toEqual({ ok: false, refusal: 'too-long' });
  });

  it('keeps every ideograph as it came: none is replaced by a similar one', () => {
    fc.assert(
      fc.property(anyHanName, (name) => {
        expect(parsePersonalName(name)).toEqual({ ok: true, value: name });
      }),
    );
  });

  it('answers a canonical name: reading it again changes nothing', () => {
    const typed = fc.string({ unit: fc.constantFrom(..."张欧阳𬱟 　•・．.·-–'’AbcÀ\u0308Ｊ") });
    fc.assert(
      fc.property(typed, (text) => {
        const read = parsePersonalName(text);
        if (read.ok) expect(parsePersonalName(read.value)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('maskName', () => {
  it.each([
    ['张三', '张*'],
    ['王小明', '王**'],
    ['欧阳建国', '欧阳**'],
    ['司马光', '司马*'],
    ['欧阳', '欧*'],
    ['李𬱟', '李*'],
    ['𬱟𬍛', '𬱟*'],
    ['阿不都·热合曼', '阿**·***'],
    ['欧阳·买买提', '欧*·***'],
    ['John Smith', 'J***'],
    ['Émile Zola', 'É***'],
    ['张John', '张****'],
    ['张', '*'],
    ['', ''],
  ])('shows %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('never shows more than a family name, and has one * for every other character', () => {
    fc.assert(
      fc.property(anyHanName, (name) => {
        const shown = [...maskName(name)].filter((character) => character !== '*');
        expect([...maskName(name)]).toHaveLength([...name].length);
        expect(shown.length).toBeLessThanOrEqual(2);
        expect(shown.length).toBeLessThan([...name].length);
      }),
    );
  });

  it('tells neither length nor parts of a foreign name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdefg XYZ'), minLength: 1 }), (rest) => {
        expect(maskName(`J${rest}`)).toBe('J***');
      }),
    );
  });
});
