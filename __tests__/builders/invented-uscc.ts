import { parseUscc, usccCheckCharacter, type Uscc } from '@/lib/kernel/uscc';

/** A valid USCC that nobody can have: region 320599 was never issued. `serial` is 0 to 9,999,999. */
export function inventedUscc(serial: number): Uscc {
  const first17 = `91320599MA${String(serial).padStart(7, '0')}`;
  const uscc = parseUscc(first17 + usccCheckCharacter(first17));
  if (!uscc.ok) throw new Error(`no USCC with serial ${serial}`);
  return uscc.value;
}
