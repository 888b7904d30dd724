import { joinBytes } from './join-bytes';
import { orientationTag, type Orientation } from './orientation-tag';

/**
 * A JPEG without its metadata, picture data untouched: the compressed bytes are copied, never decoded. Left out are
 * EXIF (place, camera, thumbnail), XMP, IPTC, comments, maker notes and whatever stands behind the picture. Kept is
 * what colours and size depend on: JFIF, the colour profile, Adobe's transform. A turned picture keeps its orientation
 * in an EXIF block of that one entry. Null when the segments do not read as a JPEG.
 */
export function withoutJpegMetadata(bytes: Uint8Array, orientation: Orientation): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  if (orientation !== 1) parts.push(orientationSegment(orientation));
  let at = 2;
  while (at < bytes.length) {
    const segment = segmentAt(bytes, at);
    if (!segment) return null;
    if (segment.marker === EOI) return joinBytes([...parts, bytes.subarray(at, at + 2)]);
    if (isJfif(segment, bytes)) parts.push(jfifWithoutThumbnail(bytes, segment.body));
    else if (isKept(segment, bytes)) parts.push(bytes.subarray(segment.start, segment.end));
    at = segment.end;
    if (segment.marker !== SOS) continue;
    const end = endOfScan(bytes, at);
    if (end === null) return null;
    parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;

type Segment = { readonly marker: number; readonly start: number; readonly body: number; readonly end: number };

/** The segment that begins at `at`; fill bytes (FF FF) before the marker are passed over. */
function segmentAt(bytes: Uint8Array, at: number): Segment | null {
  if (bytes[at] !== 0xff) return null;
  let start = at;
  while (bytes[start + 1] === 0xff) start += 1;
  const marker = bytes[start + 1];
  if (marker === undefined || marker === 0) return null;
  if (marker === EOI) return { marker, start, body: start + 2, end: start + 2 };
  const length = ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0);
  const end = start + 2 + length;
  return length < 2 || end > bytes.length ? null : { marker, start, body: start + 4, end };
}

function isJfif({ marker, body, end }: Segment, bytes: Uint8Array): boolean {
  return marker === APP0 && end - body >= 14 && startsWith(bytes, body, 'JFIF\0');
}

function isKept({ marker, body }: Segment, bytes: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP14) return startsWith(bytes, body, 'Adobe');
  return marker === APP2 && startsWith(bytes, body, 'ICC_PROFILE\0');
}

/** Where the next marker stands that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    const isRestart = next !== undefined && next >= 0xd0 && next <= 0xd7;
    if (next !== undefined && next !== 0 && next !== 0xff && !isRestart) return at;
  }
  return null;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

function orientationSegment(orientation: Orientation): Uint8Array {
  const exif = [...'Exif\0\0'].map((character) => character.charCodeAt(0));
  const tag = orientationTag(orientation);
  return Uint8Array.from([0xff, APP1, 0, 2 + exif.length + tag.length, ...exif, ...tag]);
}

/** JFIF says how colours and dots are meant, and may carry a thumbnail of another picture: that goes. */
function jfifWithoutThumbnail(bytes: Uint8Array, body: number): Uint8Array {
  return Uint8Array.from([0xff, APP0, 0, 16, ...bytes.subarray(body, body + 12), 0, 0]);
}
