import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { breakLines, breakPieces } from '@/lib/paper/rules/line-breaking';

const widthOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

describe('breaking lines', () => {
  it('fills each line as far as it goes', () => {
    expect(breakLines('苏州示例智能科技', 6, widthOf)).toEqual(['苏州示', '例智能', '科技']);
  });

  it('begins no line with closing punctuation and ends none with opening punctuation', () => {
    expect(breakLines('示例，科技', 4, widthOf)).toEqual(['示', '例，', '科技']);
    expect(breakLines('示例（科技', 6, widthOf)).toEqual(['示例', '（科技']);
  });

  it('keeps western words and numbers whole and adds no hyphen', () => {
    expect(breakLines('代码91320599MA2ABCDE0L）的企业', 20, widthOf)).toEqual([
      '代码',
      '91320599MA2ABCDE0L）',
      '的企业',
    ]);
    expect(breakLines('Maria Anna Schmidt', 10, widthOf)).toEqual(['Maria Anna', 'Schmidt']);
  });

  it('may break behind a hyphen that is there', () => {
    expect(breakLines('Anna-Maria', 6, widthOf)).toEqual(['Anna-', 'Maria']);
  });

  it('cuts a word that is longer than a line, on a line of its own', () => {
    expect(breakLines('a bcdefgh', 4, widthOf)).toEqual(['a', 'bcde', 'fgh']);
  });

  it('never cuts a character of the supplementary planes in two', () => {
    expect(breakLines('𬱟𬍛𬱟', 2, widthOf)).toEqual(['𬱟', '𬍛', '𬱟']);
  });

  it('loses no character, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('苏', '𬱟', 'a', '9', ' ', '（', '）', '，', '-', '·'),
      maxLength: 40,
    });
    fc.assert(fc.property(text, (each) => breakPieces(each).join('') === each));
    const bare = (each: string) => each.replaceAll(' ', '');
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (each, width) => {
        const lines = breakLines(each, width, widthOf);
        return bare(lines.join('')) === bare(each) && lines.every((line) => widthOf(line) <= width);
      }),
    );
  });
});
