const ISPE = [0x69, 0x73, 0x70, 0x65];
/** Boxes that describe pictures stand at the beginning; what lies behind is compressed. */
const HEAD_BYTES = 1024 * 1024;

/**
 * The largest size that a HEIC file says of any picture in it, from its boxes alone (ISO/IEC 23008-12, 6.5.3), before
 * anything is unpacked. Null when it says none.
 */
export function heicSize(bytes: Uint8Array): { readonly widthPx: number; readonly heightPx: number } | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let largest: { widthPx: number; heightPx: number } | null = null;
  for (let at = head.indexOf(0x69); at >= 0 && at + 16 <= head.length; at = head.indexOf(0x69, at + 1)) {
    if (!ISPE.every((byte, index) => head[at + index] === byte)) continue;
    const size = { widthPx: view.getUint32(at + 8), heightPx: view.getUint32(at + 12) };
    if (!largest || size.widthPx * size.heightPx > largest.widthPx * largest.heightPx) largest = size;
  }
  return largest;
}
