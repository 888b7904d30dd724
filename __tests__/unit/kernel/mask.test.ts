import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { maskBankAccount, maskEmail, maskIdNumber, maskMobile } from '@/lib/kernel/mask';
import { anyResidentId, textOf } from './arbitraries';

function shown(masked: string): number {
  return [...masked].filter((character) => character !== '*' && character !== ' ').length;
}

const anyDigits = fc.nat({ max: 30 }).chain((length) => textOf('0123456789', length));

describe('maskIdNumber', () => {
  it.each([
    ['320599199001011234', '320***********1234'],
    ['E12345678', 'E1*****78'],
    ['USA320588060501', 'US***********01'],
    ['00000001', '00****01'],
    ['AB123', 'A***3'],
    ['1234', '****'],
    ['', ''],
  ])('shows %s as %s', (number, masked) => {
    expect(maskIdNumber(number)).toBe(masked);
  });

  it('never shows the birth date of a resident ID', () => {
    fc.assert(
      fc.property(anyResidentId, (number) => {
        expect(maskIdNumber(number).slice(3, 14)).toBe('*'.repeat(11));
      }),
    );
  });
});

describe('maskMobile', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['0512-66680000', '***********00'],
    ['12', '*2'],
    ['', ''],
  ])('shows %s as %s', (mobile, masked) => {
    expect(maskMobile(mobile)).toBe(masked);
  });
});

describe('maskBankAccount', () => {
  it.each([
    ['32250198823600001234', '3225 **** **** 1234'],
    ['322501981234', '3225 **** **** 1234'],
    ['12345678', '**** **** **** 5678'],
    ['1234567', '**** **** **** ****'],
  ])('shows %s as %s', (number, masked) => {
    expect(maskBankAccount(number)).toBe(masked);
  });
});

describe('maskEmail', () => {
  it.each([
    ['zhangsan@example.com', 'z***@example.com'],
    ['z@example.com', '***@example.com'],
    ['nonsense', '***'],
  ])('shows %s as %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});

describe('every mask', () => {
  it('hides at least a third, whatever it is given, and never shows more than eight characters', () => {
    fc.assert(
      fc.property(anyDigits, (text) => {
        for (const masked of [maskIdNumber(text), maskMobile(text), maskBankAccount(text)]) {
          expect(shown(masked)).toBeLessThanOrEqual(Math.min(8, Math.ceil((text.length * 2) / 3)));
        }
      }),
    );
  });
});
