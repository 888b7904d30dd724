import * as asn1 from 'asn1js';

export type Encoding = 'utf8' | 'printable' | 'bmp' | 'gbk';
type Block = asn1.BaseBlock<asn1.ValueBlock>;

export const bytesOf = (block: Block): Buffer => Buffer.from(block.toBER(false));
export const sequence = (...value: Block[]): Block => new asn1.Sequence({ value });
export const set = (...value: Block[]): Block => new asn1.Set({ value });
export const oid = (value: string): Block => new asn1.ObjectIdentifier({ value });
export const nothing = (): Block => new asn1.Null();
export const number = (value: number): Block => new asn1.Integer({ value });
export const truth = (value: boolean): Block => new asn1.Boolean({ value });
export const octets = (bytes: Uint8Array): Block => new asn1.OctetString({ valueHex: plain(bytes) });
export const bits = (bytes: Uint8Array, unusedBits = 0): Block =>
  new asn1.BitString({ valueHex: plain(bytes), unusedBits });

/** A whole number of any length, with the zero byte that keeps it from being negative. */
export function bigNumber(hex: string): Block {
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  const short = bytes.subarray(
    Math.max(
      0,
      bytes.findIndex((byte) => byte !== 0),
    ),
  );
  const padded = (short[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short;
  return new asn1.Integer({ valueHex: plain(padded) });
}

/** [n], around other elements or directly around bytes. */
export const tagged = (tagNumber: number, ...value: Block[]): Block =>
  new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
export const taggedBytes = (tagNumber: number, bytes: Uint8Array): Block =>
  new asn1.Primitive({ idBlock: { tagClass: 3, tagNumber }, valueHex: plain(bytes) });

/** An element that is there already, as bytes. */
export function ready(bytes: Uint8Array): Block {
  return asn1.fromBER(plain(bytes)).result as Block;
}

export function time(date: Date): Block {
  return date.getUTCFullYear() < 2050
    ? new asn1.UTCTime({ valueDate: date })
    : new asn1.GeneralizedTime({ valueDate: date });
}

export function text(value: string, encoding: Encoding = 'utf8'): Block {
  switch (encoding) {
    case 'utf8':
      return new asn1.Utf8String({ value });
    case 'printable':
      return new asn1.PrintableString({ value });
    case 'bmp':
      return new asn1.BmpString({ value });
    case 'gbk':
      return new asn1.Primitive({ idBlock: { tagClass: 1, tagNumber: 20 }, valueHex: plain(gbk(value)) });
  }
}

let table: Map<string, Buffer> | undefined;

/** GBK as old tools wrote it; the platform only decodes it, so the table is read off the decoder. */
export function gbk(value: string): Buffer {
  table ??= gbkTable();
  const known = table;
  return Buffer.concat(
    [...value].map((character) => {
      const code = character < '\u0080' ? Buffer.from(character) : known.get(character);
      if (!code) throw new Error(`${character} is not in GBK`);
      return code;
    }),
  );
}

function gbkTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const code = Buffer.from([high, low]);
      const character = decoder.decode(code);
      if (character.length === 1 && character !== '\ufffd' && !found.has(character)) found.set(character, code);
    }
  }
  return found;
}

/** A copy in a buffer of its own: a Buffer is often a window into a larger one. */
function plain(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
