import { crc32 } from './crc32';
import { joinBytes } from './join-bytes';
import { orientationTag, type Orientation } from './orientation-tag';

const SIGNATURE_LENGTH = 8;
/** Pixels, palette, transparency and how colours are to be understood. */
const PICTURE = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'IDAT', 'IEND'];

/**
 * Takes everything out of a PNG that is not the picture: texts, Exif, time, and whatever follows its end.
 * The orientation is kept in a block of its own. Null when the file has no proper end.
 */
export function stripPng(bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE_LENGTH)];
  let at = SIGNATURE_LENGTH;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (PICTURE.includes(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IHDR' && orientation !== 1) parts.push(chunk('eXIf', orientationTag(orientation)));
    if (name === 'IEND') return joinBytes(parts);
    at = end;
  }
  return null;
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(12 + content.length);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  whole.set(new TextEncoder().encode(name), 4);
  whole.set(content, 8);
  view.setUint32(8 + content.length, crc32(whole.subarray(4, 8 + content.length)));
  return whole;
}
