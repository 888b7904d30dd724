import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { drawPictureCode } from '@/lib/access/picture-code/draw';
import { GLYPHS } from '@/lib/access/picture-code/glyphs';
import { answerOf, PICTURE_CODE_ALPHABET, readAnswer } from '@/lib/access/rules/picture-code';

const seedFrom = (text: string) => createHash('sha256').update(text).digest();

describe('a picture code', () => {
  it('holds only characters that stay apart, each of which can be drawn', () => {
    expect(PICTURE_CODE_ALPHABET).not.toMatch(/[0O1I]/);
    for (const character of PICTURE_CODE_ALPHABET) expect(GLYPHS[character]?.length).toBeGreaterThan(0);
  });

  it('uses every character about as often as any other', () => {
    const count = new Map<string, number>();
    const codes = 4000;
    for (let index = 0; index < codes; index += 1) {
      for (const character of answerOf(seedFrom(`${index}`))) count.set(character, (count.get(character) ?? 0) + 1);
    }
    const expected = (codes * 4) / PICTURE_CODE_ALPHABET.length;
    for (const character of PICTURE_CODE_ALPHABET) {
      expect(count.get(character)).toBeGreaterThan(expected * 0.8);
      expect(count.get(character)).toBeLessThan(expected * 1.2);
    }
  });

  it('is the same picture again for the same seed, and another one for another', () => {
    const [one, again, other] = [seedFrom('a'), seedFrom('a'), seedFrom('b')];
    expect(Buffer.from(drawPictureCode(answerOf(one), one))).toEqual(
      Buffer.from(drawPictureCode(answerOf(again), again)),
    );
    expect(Buffer.from(drawPictureCode(answerOf(one), other))).not.toEqual(
      Buffer.from(drawPictureCode(answerOf(one), one)),
    );
  });

  it('is a PNG of twice the size at which it is shown', () => {
    const png = Buffer.from(drawPictureCode('7K4M', seedFrom('a')));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([264, 88]);
  });

  it('forgives case, width and spaces in the answer', () => {
    expect(readAnswer(' 7k ４ｍ ')).toBe('7K4M');
  });
});
