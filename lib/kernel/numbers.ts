import { normaliseCode } from './normalise-text';
import type { Result } from './result';
import { ok, refuse } from './result';

/** 受理编号, 收据编号, 异议编号, the papers of registration and change requests, and the letters: 收件, 补正, 不予支持, 结果. */
export type NumberPrefix = 'RC' | 'SJ' | 'YY' | 'ZC' | 'BG' | 'SL' | 'BZ' | 'BY' | 'JG';

/**
 * A number for people: prefix, year, six digits, check digit, e.g. `RC20260005038`. `year` is the calendar year of
 * issue in China, `sequence` 1 to 999999. The check is ISO 7064 MOD 11,10 over the ten digits: it finds every single
 * wrong digit and nearly every swap of neighbours, and needs no letter.
 */
export function formatNumber(prefix: NumberPrefix, year: number, sequence: number): string {
  const digits = digitsOf(year, sequence, { least: 6, most: 6 });
  return `${prefix}${digits}${checkDigit(digits)}`;
}

/** Reads such a number as typed: full width, spaces, hyphens and lower case are forgiven. */
export function parseNumber(prefix: NumberPrefix, text: string): Result<string, 'format' | 'check-digit'> {
  const number = normaliseCode(text).replaceAll('-', '');
  if (!number.startsWith(prefix) || !/^..\d{11}$/.test(number)) return refuse('format');
  return number.at(-1) === checkDigit(number.slice(2, -1)) ? ok(number) : refuse('check-digit');
}

/**
 * 批次号: `PC2026007`; the thousandth of a year has a digit more. It is only ever chosen from a list, never typed, so it
 * has no check digit.
 */
export function batchNumber(year: number, sequence: number): string {
  return `PC${digitsOf(year, sequence, { least: 3, most: 6 })}`;
}

function digitsOf(year: number, sequence: number, { least, most }: { least: number; most: number }): string {
  const isFitting = Number.isInteger(year) && year >= 1000 && year <= 9999;
  if (!isFitting || !Number.isInteger(sequence) || sequence < 1 || sequence >= 10 ** most) {
    throw new RangeError(`no number for year ${year}, sequence ${sequence}`);
  }
  return `${year}${String(sequence).padStart(least, '0')}`;
}

function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}
