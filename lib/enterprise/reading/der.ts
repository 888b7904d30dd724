/**
 * A reader of DER that takes nothing else. A lenient one beside a strict one could each see another certificate in the
 * same bytes, so there is one, and what it does not understand is refused.
 */
export type Der = {
  readonly tag: number;
  /** The element as it came, header included. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
};

export class DerFault extends Error {}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const CONSTRUCTED = 0x20;
const DEPTH_MAX = 24;
const ELEMENTS_MAX = 6000;

/** The one element that these bytes are, every part of it checked down to the last. */
export function readDer(bytes: Uint8Array): Der {
  const whole = readOnly(bytes);
  let elements = 0;
  const walk = (one: Der, depth: number): void => {
    elements += 1;
    if (depth > DEPTH_MAX || elements > ELEMENTS_MAX) throw new DerFault('too deep or too many');
    checkPrimitive(one);
    if (one.tag & CONSTRUCTED) for (const child of childrenOf(one)) walk(child, depth + 1);
  };
  walk(whole, 0);
  return whole;
}

/** The one element that these bytes are, without a look inside: for lists of many thousand entries. */
export function readOnly(bytes: Uint8Array): Der {
  const one = elementAt(bytes, 0);
  if (one.bytes.length !== bytes.length) throw new DerFault('bytes after the end');
  return one;
}

export function childrenOf(parent: Der): Der[] {
  const children: Der[] = [];
  for (let at = 0; at < parent.content.length;) {
    const child = elementAt(parent.content, at);
    children.push(child);
    at += child.bytes.length;
  }
  return children;
}

/** The parts of a sequence of a known shape. */
export function partsOf(parent: Der | undefined, tag: number = TAG.sequence): Der[] {
  return childrenOf(expect(parent, tag));
}

export function expect(one: Der | undefined, tag: number): Der {
  if (one?.tag !== tag) throw new DerFault(`tag ${one?.tag} where ${tag} belongs`);
  return one;
}

function elementAt(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerFault('cut off');
  // Long tags, and the tag 0 that ends an indefinite length, stand in nothing that we read.
  if ((tag & 0x1f) === 0x1f || tag === 0) throw new DerFault('tag');
  const { length, header } = lengthAt(bytes, at, first);
  const end = at + header + length;
  if (end > bytes.length) throw new DerFault('cut off');
  return { tag, bytes: bytes.subarray(at, end), content: bytes.subarray(at + header, end) };
}

function lengthAt(bytes: Uint8Array, at: number, first: number): { length: number; header: number } {
  if (first < 0x80) return { length: first, header: 2 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new DerFault('length');
  let length = 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? NaN);
  const isShortest = length >= 0x80 && length >= 256 ** (count - 1);
  if (!isShortest) throw new DerFault('length');
  return { length, header: 2 + count };
}

const isStructure = (number: number) => number === 0x10 || number === 0x11;

function checkPrimitive({ tag, content }: Der): void {
  const isUniversal = (tag & 0xc0) === 0;
  if (!isUniversal) return;
  // Sequences and sets are made of parts; everything else is in one piece.
  if (isStructure(tag & 0x1f) !== ((tag & CONSTRUCTED) !== 0)) throw new DerFault('form');
  const [first, second] = content;
  if (tag === TAG.boolean && (content.length !== 1 || (first !== 0 && first !== 0xff))) throw new DerFault('boolean');
  if (tag === TAG.integer || tag === TAG.enumerated) {
    if (first === undefined) throw new DerFault('integer');
    const isPadded = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (isPadded) throw new DerFault('integer');
  }
  if (tag === TAG.bitString && (first === undefined || first > 7)) throw new DerFault('bit string');
  if (tag === TAG.oid && (content.length === 0 || (content.at(-1) ?? 0x80) >= 0x80)) throw new DerFault('oid');
}
