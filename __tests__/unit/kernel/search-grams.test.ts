import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { queryGrams, searchGrams, searchText } from '@/lib/kernel/search-grams';

const anyText = fc.string({ unit: fc.constantFrom(...'苏州工业园区𬱟䶮AbＡ１2 　-') });

describe('searchGrams', () => {
  it('has each pair of neighbours once, in lower case and half width, without spaces', () => {
    expect(searchGrams(['苏州 苏州'])).toEqual(['苏州', '州苏']);
    expect(searchGrams(['ＡB c'])).toEqual(['ab', 'bc']);
  });

  it('takes a character of plane 2 as one', () => {
    expect(searchGrams(['李𬱟𬍛'])).toEqual(['李𬱟', '𬱟𬍛']);
  });

  it('makes no pair across two texts, and none of a single character', () => {
    expect(searchGrams(['张三', '李四'])).toEqual(['张三', '李四']);
    expect(searchGrams(['张', '', ' 李 '])).toEqual([]);
  });

  it('leaves out what a database text cannot hold', () => {
    expect(searchGrams(['张\u0000三\ud840'])).toEqual(['张三']);
  });

  it('holds all pairs of any part of any of its texts', () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.nat(), fc.nat(), fc.nat(), (texts, which, from, length) => {
        const characters = [...(texts[which % Math.max(texts.length, 1)] ?? '')];
        const start = from % (characters.length + 1);
        const part = characters.slice(start, start + (length % 8)).join('');
        expect(searchGrams(texts)).toEqual(expect.arrayContaining(queryGrams(part)));
      }),
    );
  });
});

describe('queryGrams', () => {
  it('has nothing to ask for with a single character', () => {
    expect(queryGrams('张')).toEqual([]);
    expect(queryGrams('𬱟')).toEqual([]);
    expect(queryGrams(' ')).toEqual([]);
  });
});

describe('searchText', () => {
  it('brings text and query into the same form', () => {
    expect(searchText(' ＳＵＺＨＯＵ　Park ')).toBe(searchText('suzhoupark'));
  });
});
