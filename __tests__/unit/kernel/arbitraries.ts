import fc from 'fast-check';

import { residentIdCheckCharacter } from '@/lib/kernel/resident-id';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { addDays, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { usccCheckCharacter } from '@/lib/kernel/uscc';

export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Days from 1900 to 2099. */
export const anyDay = dayBetween('1900-01-01', '2099-12-31');

export function dayBetween(first: string, last: string): fc.Arbitrary<ShanghaiDay> {
  const start = shanghaiDay(first);
  const span = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  return fc.integer({ min: 0, max: span }).map((days) => addDays(start, days));
}

export function textOf(alphabet: string, length: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((list) => list.join(''));
}

/** Invented codes: region 320599 was never issued. */
export const anyUscc = textOf(USCC_ALPHABET, 9).map((subject) => {
  const first17 = `91320599${subject}`;
  return first17 + usccCheckCharacter(first17);
});

/** Invented numbers of people born from 1950 to 2005. */
export const anyResidentId = fc
  .tuple(dayBetween('1950-01-01', '2005-12-31'), fc.integer({ min: 0, max: 999 }))
  .map(([birth, sequence]) => {
    const first17 = `320599${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return first17 + residentIdCheckCharacter(first17);
  });

/** The text with another character of the alphabet at one place. */
export function withOneWrong(text: string, place: number, alphabet: string, shift: number): string {
  const index = place % text.length;
  const others = [...alphabet].filter((character) => character !== text[index]);
  return text.slice(0, index) + others[shift % others.length] + text.slice(index + 1);
}

/** The text with the characters at `place` and the next one changed over. */
export function withNeighboursSwapped(text: string, place: number): string {
  return text.slice(0, place) + text.charAt(place + 1) + text.charAt(place) + text.slice(place + 2);
}
