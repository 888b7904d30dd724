import { joinBytes } from './join-bytes';
import { orientationTag, type Orientation } from './orientation-tag';

const MARKER = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
};
const EXIF = [0x45, 0x78, 0x69, 0x66, 0x00, 0x00];

/**
 * Takes everything out of a JPEG that is not the picture: place, device, time, thumbnail, comments, and whatever is
 * hung on behind its end (a phone's moving picture). The picture itself is copied bit by bit.
 *
 * Kept are the colour profile, and the orientation in a block of its own. Null when the file has no proper end.
 */
export function stripJpeg(bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  if (orientation !== 1) parts.push(orientationSegment(orientation));
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === MARKER.end) return joinBytes([...parts, bytes.subarray(at, at + 2)]);
    const next = at + 2 + lengthAt(bytes, at + 2);
    const end = marker === MARKER.scan ? endOfScan(bytes, next) : next;
    if (end > bytes.length) return null;
    if (isPicture(bytes, at, marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return bytes[at] === 0xff && bytes[at + 1] === MARKER.end ? joinBytes([...parts, bytes.subarray(at, at + 2)]) : null;
}

const lengthAt = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The compressed pixels go on until a marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0;
    const goesOn = next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!goesOn) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

function isPicture(bytes: Uint8Array, at: number, marker: number): boolean {
  if (marker === MARKER.comment) return false;
  if (marker < MARKER.app0 || marker > MARKER.app15) return true;
  if (marker === MARKER.app2) return String.fromCharCode(...bytes.subarray(at + 4, at + 16)) === 'ICC_PROFILE\0';
  // Adobe's segment says how colours are to be understood; JFIF's could carry a thumbnail and is not needed
  return marker === MARKER.app14;
}

function orientationSegment(orientation: Orientation): Uint8Array {
  const tag = orientationTag(orientation);
  return Uint8Array.from([0xff, MARKER.app1, 0, 2 + EXIF.length + tag.length, ...EXIF, ...tag]);
}
