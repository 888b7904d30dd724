import { type Der, readOnly } from './der';

const TAG_OCTETS = 0x04;
const TAG_BMP = 0x1e;
/** UTF8, Numeric, Printable, T61, IA5, Visible: each is seen with bytes that its name does not allow. */
const STRINGS = new Set([0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a]);

/** The text of a name's value: by its type where the bytes agree, else UTF-8, else GBK as old tools wrote it. */
export function textOf(one: Der): string | null {
  if (one.tag === TAG_BMP) return utf16(one.content);
  return STRINGS.has(one.tag) ? plain(one.content) : null;
}

/**
 * The text of an extension: a string inside, a string inside octets, or bare bytes without a type, of which CAs use all
 * three. Null when it is none of them.
 */
export function extensionText(value: Uint8Array): string | null {
  const inner = tryRead(value);
  if (inner?.tag === TAG_OCTETS) return extensionText(inner.content);
  const text = (inner && textOf(inner)) ?? (inner && (inner.tag & 0x20) !== 0 ? null : plain(value));
  return text === null ? null : text.replaceAll('\u0000', '').trim();
}

function tryRead(bytes: Uint8Array): Der | null {
  try {
    return readOnly(bytes);
  } catch {
    return null;
  }
}

function plain(bytes: Uint8Array): string | null {
  return decode('utf-8', bytes) ?? decode('gbk', bytes);
}

function utf16(bytes: Uint8Array): string | null {
  return bytes.length % 2 === 0 ? decode('utf-16be', bytes) : null;
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
