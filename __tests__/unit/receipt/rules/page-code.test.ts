import { describe, expect, it } from '@jest/globals';
import { create } from 'qrcode';

import { base32 } from '@/lib/paper/rules/base32';
import { PAGE_CODE_LENGTH_MAX, formatPageCode, parsePageCode } from '@/lib/receipt/rules/page-code';

const tag = base32(new Uint8Array(16).fill(255));
const code = { number: 'SJ20260001876', version: 2, page: 1, tag };

describe('a page code', () => {
  it('reads back as what was written', () => {
    expect(parsePageCode(formatPageCode(code))).toEqual({ ok: true, value: code });
  });

  it('fits 29 modules of a QR at level Q, even at its longest', () => {
    const longest = formatPageCode({ ...code, version: 999, page: 99 });
    expect(longest).toHaveLength(PAGE_CODE_LENGTH_MAX);
    const { modules, version } = create(longest, { errorCorrectionLevel: 'Q' });
    expect({ size: modules.size, version }).toEqual({ size: 29, version: 3 });
  });

  it('cannot be written for a thousandth version or a hundredth page', () => {
    expect(() => formatPageCode({ ...code, version: 1000 })).toThrow(RangeError);
    expect(() => formatPageCode({ ...code, page: 100 })).toThrow(RangeError);
    expect(() => formatPageCode({ ...code, version: 0 })).toThrow(RangeError);
  });

  it('is told apart from any other QR that a camera may see', () => {
    for (const text of ['', 'https://example.com/SJ20260001876', 'WIFI:S:office;;', 'RC20260005038', '13800000000']) {
      expect(parsePageCode(text)).toEqual({ ok: false, refusal: 'foreign' });
    }
  });

  it('is refused for its format when it begins like one and goes on otherwise', () => {
    const text = formatPageCode(code);
    const damaged = [
      text.slice(0, -1),
      `${text}0`,
      text.toLowerCase().replace('sj', 'SJ'),
      text.replace('-2-', '-02-'),
    ];
    for (const each of [...damaged, text.replace('-1-', '-0-'), `${text} `, 'SJ20260001876']) {
      expect(parsePageCode(each)).toEqual({ ok: false, refusal: 'format' });
    }
  });

  it('has one spelling of each tag: the two spare bits must be zero', () => {
    const other = `${tag.slice(0, -1)}Z`;
    expect(parsePageCode(formatPageCode(code).replace(tag, other))).toEqual({ ok: false, refusal: 'format' });
  });
});

describe('base 32', () => {
  it('writes known bytes as known text', () => {
    expect(base32(new Uint8Array([0]))).toBe('00');
    expect(base32(new Uint8Array([255]))).toBe('ZW');
    expect(base32(new TextEncoder().encode('foobar'))).toBe('CSQPYRK1E8');
    expect(base32(new Uint8Array(16))).toBe('0'.repeat(26));
  });
});
