import { normaliseCode } from './normalise-text';
import type { Result } from './result';
import { ok, refuse } from './result';

/** Reads a mainland mobile number into its eleven digits. `+86`, `0086`, spaces and hyphens are forgiven. */
export function parseMobile(text: string): Result<string, 'format'> {
  const digits = plain(text).replaceAll('-', '');
  const number = /^(?:\+?86|0086)?(1[3-9]\d{9})$/.exec(digits)?.[1];
  return number ? ok(number) : refuse('format');
}

/**
 * Reads any telephone of an office: a fixed line with its area code (`0512-66680000`, `0512-66680000-801`), a 400 or
 * 800 number (`400-000-0000`) or a mobile. The answer has the hyphens as in these examples, whatever was typed.
 * A fixed line without area code is refused: from a mobile it cannot be dialled.
 */
export function parseTelephone(text: string): Result<string, 'format'> {
  const mobile = parseMobile(text);
  if (mobile.ok) return mobile;

  const number = plain(text).replace(/^(?:\+86|0086)-?0?(?=[1-9])/, '0');
  const service = /^0?([48]00)-?(\d{3})-?(\d{4})$/.exec(number);
  if (service) return ok(service.slice(1).join('-'));

  // Area codes have two digits after the 0 for 010 and 02x, three elsewhere; local numbers seven or eight.
  const fixed = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:-(\d{1,6}))?$/.exec(number);
  return fixed ? ok(fixed.slice(1).filter(Boolean).join('-')) : refuse('format');
}

function plain(text: string): string {
  return normaliseCode(text)
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/转|EXT\.?/, '-')
    .replace(/^\((\d+)\)-?/, '$1-')
    .replace(/^(\+86)\((\d+)\)/, '$1-$2-');
}
