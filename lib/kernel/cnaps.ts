import { normaliseCode } from './normalise-text';
import type { Result } from './result';
import { ok, refuse } from './result';

/** Reads a 联行号: twelve digits. Whether a bank has it is asked of the bank table, not here. */
export function parseCnaps(text: string): Result<string, 'length' | 'digits'> {
  const code = normaliseCode(text);
  if (!/^\d*$/.test(code)) return refuse('digits');
  return code.length === 12 ? ok(code) : refuse('length');
}
