import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { differenceFrom, isStruckOff } from '@/lib/enterprise/rules/register-entry';
import { inventedUscc } from '../../builders/invented-uscc';

const HAN = fc.constantFrom(...'苏州工业园区示例科技贸易发展集团恒达云帆有限责任公司合伙企业');
const LETTER = fc.constantFrom(...'ABCXYZabcxyz0189');
const plainName = fc.array(fc.oneof(HAN, LETTER), { minLength: 2, maxLength: 40 }).map((parts) => parts.join(''));

const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe('names of enterprises', () => {
  it('are the same once and twice normalised, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const once = normaliseEnterpriseName(name);
        expect(normaliseEnterpriseName(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['I\u200b\u0306', 'a\u00a8', '<\u0338', '\u0149', '\u1e9e\u200d\u0301', 'ｶ\u200bﾞ'])(
    'are the same once and twice normalised: %j',
    (name) => {
      const once = normaliseEnterpriseName(name);
      expect(normaliseEnterpriseName(once)).toBe(once);
    },
  );

  it('do not depend on width, letter case or white space, wherever it stands', () => {
    const space = fc.constantFrom(' ', '\u3000', '\t', '\u00a0', '\u200b', '\n');
    fc.assert(
      fc.property(plainName, fc.array(fc.tuple(fc.nat(60), space), { maxLength: 5 }), (name, spaces) => {
        const typed = spaces.reduce((text, [at, one]) => text.slice(0, at) + one + text.slice(at), name);
        for (const form of [typed, wide(typed), typed.toLowerCase()]) {
          expect(normaliseEnterpriseName(form)).toBe(normaliseEnterpriseName(name));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('have one kind of bracket', () => {
    const pair = fc.constantFrom('（）', '()', '[]', '［］', '〔〕', '【】', '﹝﹞', '｛｝');
    fc.assert(
      fc.property(plainName, plainName, pair, pair, (before, within, one, other) => {
        const inside = (brackets: string) => `${before}${brackets.charAt(0)}${within}${brackets.charAt(1)}有限公司`;
        expect(normaliseEnterpriseName(inside(one))).toBe(normaliseEnterpriseName(inside(other)));
      }),
    );
  });

  it('that differ in one character are two names', () => {
    fc.assert(
      fc.property(plainName, fc.nat(39), HAN, (name, at, character) => {
        fc.pre(at < name.length && name.charAt(at) !== character);
        const other = name.slice(0, at) + character + name.slice(at + 1);
        expect(normaliseEnterpriseName(other)).not.toBe(normaliseEnterpriseName(name));
      }),
    );
  });

  it.each([
    ['苏州示例有限公司', '苏州示例有限责任公司'],
    ['苏州示例（中国）有限公司', '苏州示例中国有限公司'],
    ['苏州示例有限公司', '苏州市示例有限公司'],
  ])('%s and %s are two enterprises', (one, other) => {
    expect(normaliseEnterpriseName(one)).not.toBe(normaliseEnterpriseName(other));
  });
});

describe('the register and what was proved', () => {
  const entry = { uscc: inventedUscc(7), name: '苏州示例（中国）有限公司', status: '存续' };

  it('agree on the normalised name and the USCC in any width', () => {
    expect(differenceFrom(entry, { uscc: wide(entry.uscc), name: '苏州示例(中国) 有限公司' })).toBeNull();
  });

  it('tell an unknown USCC, another name and a struck off enterprise apart', () => {
    expect(differenceFrom(null, entry)).toBe('unknown-uscc');
    expect(differenceFrom(entry, { ...entry, uscc: inventedUscc(8) })).toBe('unknown-uscc');
    expect(differenceFrom(entry, { ...entry, name: '苏州示例有限公司' })).toBe('other-name');
    expect(differenceFrom({ ...entry, status: '吊销，未注销' }, entry)).toBe('struck-off');
  });

  it.each(['注销', '吊销，未注销', '撤销', '迁出'])('%s is struck off', (word) => expect(isStruckOff(word)).toBe(true));
  it.each(['存续', '在业', '开业', '', null])('%s is not', (word) => expect(isStruckOff(word)).toBe(false));
});
