import { normaliseCode } from './normalise-text';
import type { Result } from './result';
import { ok, refuse } from './result';
import type { ShanghaiDay } from './shanghai-day';
import { addMonths, parseShanghaiDay } from './shanghai-day';

export type Gender = 'MALE' | 'FEMALE';

export type ResidentId = {
  readonly number: string;
  readonly birthDate: ShanghaiDay;
  readonly gender: Gender;
  /** Six digits. Districts are merged and renamed; only the province is checked. */
  readonly regionCode: string;
};

export type ResidentIdFault = 'length' | 'digits' | 'region' | 'birth-date' | 'future' | 'check-character';

// GB/T 2260 by province, with 71 台湾, 81 香港, 82 澳门, 83 (residence permits of people from 台湾) and 91 abroad.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);
const CHECK_CHARACTERS = '10X98765432';
const OLDEST_AGE_MONTHS = 150 * 12;

/**
 * Reads a 公民身份号码 by GB 11643-1999; `today` decides what lies in the future.
 * Codes of counties that no longer exist pass, since people keep the number they were given.
 * Fifteen-digit numbers of before 1999 are refused as `length`: they have not been valid since 2013.
 */
export function parseResidentId(text: string, today: ShanghaiDay): Result<ResidentId, ResidentIdFault> {
  return parsePersonNumber(text, today, (regionCode) => PROVINCES.has(regionCode.slice(0, 2)));
}

/** The same 18-character form (region, birth date, sequence, check) with another rule for the first six digits. */
export function parsePersonNumber(
  text: string,
  today: ShanghaiDay,
  isRegion: (regionCode: string) => boolean,
): Result<ResidentId, ResidentIdFault> {
  const number = normaliseCode(text);
  if (number.length !== 18) return refuse('length');
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('digits');

  const regionCode = number.slice(0, 6);
  if (!isRegion(regionCode)) return refuse('region');

  const birth = parseShanghaiDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (!birth.ok || birth.value < addMonths(today, -OLDEST_AGE_MONTHS)) return refuse('birth-date');
  if (birth.value > today) return refuse('future');

  if (number.at(-1) !== residentIdCheckCharacter(number.slice(0, 17))) return refuse('check-character');
  const gender = Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE';
  return ok({ number, birthDate: birth.value, gender, regionCode });
}

/** The 18th character for the first 17 digits: Σ digit × 2^(18−i) mod 11 (ISO 7064 MOD 11-2). */
export function residentIdCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a resident ID has 17 digits before the check character');
  // Horner's form of the weights: each digit is doubled once for every place to its right.
  const sum = [...first17].reduce((total, digit) => ((total + Number(digit)) * 2) % 11, 0);
  return CHECK_CHARACTERS.charAt(sum);
}
