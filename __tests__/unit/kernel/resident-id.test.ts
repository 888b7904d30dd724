import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { parseResidentId, residentIdCheckCharacter } from '@/lib/kernel/resident-id';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { anyResidentId, withNeighboursSwapped, withOneWrong } from './arbitraries';

const TODAY = shanghaiDay('2026-11-23');

function numberOf(first17: string): string {
  return first17 + residentIdCheckCharacter(first17);
}

describe('parseResidentId', () => {
  it('reads the two examples of GB 11643-1999, appendix A', () => {
    expect(parseResidentId('11010519491231002X', TODAY)).toEqual({
      ok: true,
      value: { number: '11010519491231002X', birthDate: '1949-12-31', gender: 'FEMALE', regionCode: '110105' },
    });
    expect(parseResidentId('440524188001010014', TODAY)).toEqual({
      ok: true,
      value: { number: '440524188001010014', birthDate: '1880-01-01', gender: 'MALE', regionCode: '440524' },
    });
  });

  it('forgives full width, spaces and a small x', () => {
    const read = parseResidentId(' 110105 19491231 ００２ｘ ', TODAY);
    expect(read).toMatchObject({ ok: true, value: { number: '11010519491231002X' } });
  });

  it.each([
    ['11010519491231002', 'length'],
    ['110105491231002', 'length'],
    ['', 'length'],
    ['1101051949123100X2', 'digits'],
    ['11010519491231002Y', 'digits'],
    [numberOf('99010519491231002'), 'region'],
    [numberOf('00010519491231002'), 'region'],
    [numberOf('32059919900230001'), 'birth-date'],
    [numberOf('32059919901301001'), 'birth-date'],
    [numberOf('32059918501231001'), 'birth-date'],
    [numberOf('32059920261124001'), 'future'],
    ['110105194912310021', 'check-character'],
  ])('refuses %j as %s', (text, refusal) => {
    expect(parseResidentId(text, TODAY)).toEqual({ ok: false, refusal });
  });

  it('lets somebody be born today but not tomorrow', () => {
    const newborn = numberOf('32059920261123001');
    expect(parseResidentId(newborn, TODAY).ok).toBe(true);
    expect(parseResidentId(newborn, addDays(TODAY, -1))).toEqual({ ok: false, refusal: 'future' });
  });

  it.each(['71', '81', '82', '83', '91'])('knows the first digits %s', (province) => {
    expect(parseResidentId(numberOf(`${province}000019900101001`), TODAY).ok).toBe(true);
  });

  it('accepts a county that no longer exists', () => {
    // 320586 was 吴县市 until 2001; people keep the number they were given there.
    expect(parseResidentId(numberOf('32058619700101001'), TODAY).ok).toBe(true);
  });

  it('takes the gender from the 17th digit: odd is male', () => {
    fc.assert(
      fc.property(anyResidentId, (number) => {
        const gender = '13579'.includes(number.charAt(16)) ? 'MALE' : 'FEMALE';
        expect(parseResidentId(number, TODAY)).toMatchObject({ ok: true, value: { number, gender } });
      }),
    );
  });

  it('finds every single wrong digit, the check character included', () => {
    fc.assert(
      fc.property(anyResidentId, fc.nat({ max: 16 }), fc.nat(), (number, place, shift) => {
        expect(parseResidentId(withOneWrong(number, place, '0123456789', shift), TODAY).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(anyResidentId, fc.nat(), (number, shift) => {
        const wrong = withOneWrong(number, 17, '0123456789X', shift);
        expect(parseResidentId(wrong, TODAY)).toEqual({ ok: false, refusal: 'check-character' });
      }),
    );
  });

  it('finds every swap of two neighbours', () => {
    fc.assert(
      fc.property(anyResidentId, fc.nat({ max: 16 }), (number, place) => {
        const swapped = withNeighboursSwapped(number, place);
        expect(parseResidentId(swapped, TODAY).ok).toBe(swapped === number);
      }),
    );
  });
});

describe('residentIdCheckCharacter', () => {
  it('throws on anything but 17 digits', () => {
    expect(() => residentIdCheckCharacter('1101051949123100')).toThrow(RangeError);
    expect(() => residentIdCheckCharacter('1101051949123100X')).toThrow(RangeError);
  });
});
