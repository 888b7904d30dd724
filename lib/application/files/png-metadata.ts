const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks without which the picture would look otherwise; everything else is metadata. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'];

/**
 * A PNG without its metadata (texts, EXIF, time, private chunks, whatever stands behind the end), the compressed
 * picture untouched. Frames of an animation beyond the first go too. Null when the chunks do not read as a PNG.
 */
export function withoutPngMetadata(bytes: Uint8Array): Uint8Array | null {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: [from: number, to: number][] = [[0, 8]];
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    if (KEPT.includes(type)) kept.push([at, end]);
    if (type === 'IEND') return copied(bytes, kept);
    at = end;
  }
  return null;
}

function copied(bytes: Uint8Array, ranges: readonly (readonly [number, number])[]): Uint8Array {
  const whole = new Uint8Array(ranges.reduce((sum, [from, to]) => sum + to - from, 0));
  let at = 0;
  for (const [from, to] of ranges) {
    whole.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return whole;
}
