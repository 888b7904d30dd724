import { type Der, DerFault, expect, TAG } from './der';

export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** 1.2.156.10197.1.501 */
export function oidOf(one: Der | undefined): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of expect(one, TAG.oid).content) {
    if (arc === 0n && byte === 0x80) throw new DerFault('oid');
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    if (arcs.length === 0) {
      const first = arc < 40n ? 0n : arc < 80n ? 1n : 2n;
      arcs.push(first, arc - first * 40n);
    } else arcs.push(arc);
    arc = 0n;
  }
  return arcs.join('.');
}

/** A whole number that is not negative, as hex without needless zeros. */
export function positiveHex(one: Der | undefined): string {
  const { content } = expect(one, TAG.integer);
  if ((content[0] ?? 0) >= 0x80) throw new DerFault('negative');
  return hex(content).replace(/^00(?=..)/, '');
}

export function smallNumber(one: Der | undefined): number {
  const value = positiveHex(one);
  if (value.length > 8) throw new DerFault('too large');
  return Number.parseInt(value, 16);
}

/** A bit string of whole bytes, as keys and signatures are. */
export function wholeBytes(one: Der | undefined): Uint8Array {
  const { content } = expect(one, TAG.bitString);
  if (content[0] !== 0) throw new DerFault('unused bits');
  return content.subarray(1);
}

/** The numbers of the bits that are set, the first is 0. */
export function setBits(one: Der | undefined): number[] {
  const { content } = expect(one, TAG.bitString);
  const unused = content[0] ?? 0;
  const bits = content.subarray(1);
  const found: number[] = [];
  for (let bit = 0; bit < bits.length * 8 - unused; bit += 1) {
    if ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) found.push(bit);
  }
  return found;
}

/** UTCTime to 2049, GeneralizedTime after; both to the second and in UTC, as RFC 5280 asks. */
export function timeOf(one: Der | undefined): Date {
  const text = Buffer.from(one?.content ?? []).toString('latin1');
  const isShort = one?.tag === TAG.utcTime;
  if (!isShort && one?.tag !== TAG.generalizedTime) throw new DerFault('time');
  const parts = (isShort ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/).exec(
    text,
  );
  if (!parts) throw new DerFault('time');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const fullYear = isShort ? (year < 50 ? 2000 : 1900) + year : year;
  const time = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second));
  const isReal =
    time.getUTCMonth() === month - 1 && time.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal) throw new DerFault('time');
  return time;
}
