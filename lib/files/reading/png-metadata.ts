import { crc32 } from '@/lib/kernel/crc32';
import { joinBytes } from './join-bytes';
import { orientationTag, type Orientation } from './orientation-tag';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks without which the picture would look otherwise; everything else is metadata. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'];

/**
 * A PNG without its metadata (texts, EXIF, time, private chunks, whatever stands behind the end), the compressed
 * picture untouched. Frames of an animation beyond the first go too. A turned picture keeps its orientation in a chunk
 * of that one entry. Null when the chunks do not read as a PNG.
 */
export function withoutPngMetadata(bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    if (KEPT.includes(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IHDR' && orientation !== 1) parts.push(chunk('eXIf', orientationTag(orientation)));
    if (type === 'IEND') return joinBytes(parts);
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
