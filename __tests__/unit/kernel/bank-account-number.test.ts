import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatBankAccount, parseBankAccountNumber } from '@/lib/kernel/bank-account-number';
import { textOf } from './arbitraries';

describe('parseBankAccountNumber', () => {
  it.each([
    ['3225 0198 8236 0000 1234', '32250198823600001234'],
    ['0512-9000-1234', '051290001234'],
    ['１２３４５６７８', '12345678'],
    ['0'.repeat(30), '0'.repeat(30)],
  ])('reads %j as %s, leading zeros kept', (text, number) => {
    expect(parseBankAccountNumber(text)).toEqual({ ok: true, value: number });
  });

  it.each([
    ['', 'too-short'],
    ['1234567', 'too-short'],
    ['1'.repeat(31), 'too-long'],
    ['12345678X', 'character'],
    ['账号12345678', 'character'],
  ])('refuses %j as %s', (text, refusal) => {
    expect(parseBankAccountNumber(text)).toEqual({ ok: false, refusal });
  });

  it('reads back what was formatted in groups of four', () => {
    expect(formatBankAccount('32250198823600001234')).toBe('3225 0198 8236 0000 1234');
    expect(formatBankAccount('123456789')).toBe('1234 5678 9');
    const anyNumber = fc.integer({ min: 8, max: 30 }).chain((length) => textOf('0123456789', length));
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(formatBankAccount(number)).toMatch(/^(\d{4} )*\d{1,4}$/);
        expect(parseBankAccountNumber(formatBankAccount(number))).toEqual({ ok: true, value: number });
      }),
    );
  });
});
