import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { IdType } from '@/lib/kernel/id-documents';
import { ID_TYPES, parseIdDocument } from '@/lib/kernel/id-documents';
import { residentIdCheckCharacter } from '@/lib/kernel/resident-id';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { anyResidentId } from './arbitraries';

const TODAY = shanghaiDay('2026-11-23');

function numberOf(first17: string): string {
  return first17 + residentIdCheckCharacter(first17);
}

const HONG_KONG = numberOf('81000019920315004');
const FIVE_STAR = numberOf('93284019880605003'); // 9, province 32, country 840, born 1988-06-05

describe('parseIdDocument', () => {
  it.each<[IdType, string, string]>([
    ['RESIDENT_ID', '11010519491231002x', '11010519491231002X'],
    ['PASSPORT', ' e １２３４５６７８ ', 'E12345678'],
    ['PASSPORT', '123456789', '123456789'],
    ['HK_MACAO_PERMIT', 'h00000001', 'H00000001'],
    ['HK_MACAO_PERMIT', 'M0000000102', 'M00000001'],
    ['TAIWAN_PERMIT', '00000001', '00000001'],
    ['TAIWAN_PERMIT', '0000000102', '00000001'],
    ['TAIWAN_PERMIT', '0000000102(b)', '00000001'],
    ['TAIWAN_PERMIT', '０００００００１０２（Ｂ）', '00000001'],
    ['HMT_RESIDENCE', HONG_KONG, HONG_KONG],
    ['FOREIGN_PR', 'usa 3205 880605 01', 'USA320588060501'],
    ['FOREIGN_PR', FIVE_STAR, FIVE_STAR],
  ])('reads %s %j as %s', (type, text, number) => {
    expect(parseIdDocument(type, text, TODAY)).toMatchObject({
      ok: true,
      value: { type, number },
    });
  });

  it.each<[IdType, string, string]>([
    ['RESIDENT_ID', '', 'length'],
    ['PASSPORT', 'E123', 'format'],
    ['PASSPORT', 'ABCDEFGH', 'format'],
    ['PASSPORT', 'E1234567890123', 'format'],
    ['PASSPORT', '护照12345678', 'format'],
    ['HK_MACAO_PERMIT', 'A00000001', 'format'],
    ['HK_MACAO_PERMIT', 'H0000001', 'format'],
    ['HK_MACAO_PERMIT', 'H000000011', 'format'],
    ['TAIWAN_PERMIT', '0000001', 'format'],
    ['TAIWAN_PERMIT', '000000001', 'format'],
    ['HMT_RESIDENCE', '11010519491231002X', 'region'],
    ['HMT_RESIDENCE', `${HONG_KONG.slice(0, 17)}${HONG_KONG.endsWith('1') ? '2' : '1'}`, 'check-character'],
    ['FOREIGN_PR', 'USA3205880605', 'length'],
    ['FOREIGN_PR', 'US1320588060501', 'format'],
    ['FOREIGN_PR', '11010519491231002X', 'region'],
  ])('refuses %s %j as %s', (type, text, refusal) => {
    expect(parseIdDocument(type, text, TODAY)).toEqual({ ok: false, refusal });
  });

  it.each<[IdType, string, string, string]>([
    ['HMT_RESIDENCE', HONG_KONG, '1992-03-15', 'FEMALE'],
    ['FOREIGN_PR', FIVE_STAR, '1988-06-05', 'MALE'],
  ])('takes birth date and gender out of %s', (type, text, birthDate, gender) => {
    expect(parseIdDocument(type, text, TODAY)).toMatchObject({ value: { birthDate, gender } });
  });

  it('has no birth date where the number carries none', () => {
    expect(parseIdDocument('PASSPORT', 'E12345678', TODAY)).toEqual({
      ok: true,
      value: { type: 'PASSPORT', number: 'E12345678' },
    });
  });

  it('answers a canonical number: reading it again changes nothing, for every type', () => {
    const typed = fc.oneof(
      anyResidentId,
      fc.constantFrom(HONG_KONG, FIVE_STAR),
      fc.string({ unit: fc.constantFrom(...'HMhmE0123456789 ()') }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ID_TYPES), typed, (type, text) => {
        const read = parseIdDocument(type, text, TODAY);
        if (read.ok) expect(parseIdDocument(type, read.value.number, TODAY)).toEqual(read);
      }),
    );
  });
});
