import { describe, expect, it } from '@jest/globals';

import { uncoveredCharacters } from '@/lib/paper/render/coverage';

import { FONTS } from '../../receipt/support/fonts';

const fonts = [FONTS.regular, FONTS.bold];

describe('the characters that can be printed', () => {
  it('include the rare ones of level 2 of GB 18030-2022', () => {
    expect(uncoveredCharacters(['㛃䶮𬱟𬍛喆堃𬭎𠅤㼆䲜', '·（）￥¥〇'], fonts)).toEqual([]);
  });

  it('leave out what no font has: each is named once, in the order of the text', () => {
    expect(uncoveredCharacters(['𡈼建国', '王𠮷𡈼'], fonts)).toEqual(['𡈼', '𠮷']);
  });

  it('leave out control characters and pictures', () => {
    expect(uncoveredCharacters(['陈\n思远', '😀'], fonts)).toEqual(['\n', '😀']);
  });
});
