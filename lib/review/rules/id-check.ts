import { residentIdCheckCharacter } from '@/lib/kernel/resident-id';

/** The last character of a resident ID beside what its first seventeen digits ask for. */
export type IdCheck = { readonly given: string; readonly computed: string };

/** Null for what has not the form of a resident ID. */
export function idCheck(number: string): IdCheck | null {
  if (!/^\d{17}[\dX]$/.test(number)) return null;
  return { given: number.charAt(17), computed: residentIdCheckCharacter(number.slice(0, 17)) };
}
