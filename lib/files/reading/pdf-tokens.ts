import { inflateSync } from 'node:zlib';

/** What a PDF holds, names written out: the objects that a reader parses, and the rest, which is compressed content. */
export type PdfText = { readonly objects: string; readonly content: string };

/** Objects packed into streams are unpacked up to this much, all together. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/**
 * Takes a PDF apart without drawing or running it: what stands outside of streams and what is packed into object
 * streams on the one side, other streams on the other. Names are written out (`/J#61vaScript` is `/JavaScript`), since
 * readers take both for the same. Null when objects are packed in a way that no honest programme uses.
 */
export function pdfText(bytes: Uint8Array): PdfText | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects: string[] = [];
  const content: string[] = [];
  let room = MAX_UNPACKED_BYTES;
  let at = 0;
  for (const { start, end } of streamsOf(whole)) {
    // Since the last stream ended: this stream's dictionary, perhaps after objects that have no stream.
    const before = withNamesWrittenOut(whole.slice(at, start));
    objects.push(before);
    at = end;
    if (!before.includes('/ObjStm')) {
      content.push(whole.slice(start, end));
      continue;
    }
    const packed = unpacked(before, whole.slice(start, end), room);
    if (packed === null) return null;
    room -= packed.length;
    objects.push('\n', withNamesWrittenOut(packed), '\n');
  }
  objects.push(withNamesWrittenOut(whole.slice(at)));
  const rest = withNamesWrittenOut(content.join('\n'));
  // An object stream inside what we took for content would be read by others and not by us.
  return rest.includes('/ObjStm') ? null : { objects: objects.join(''), content: rest };
}

function* streamsOf(whole: string): Generator<{ start: number; end: number }> {
  const opening = /\bstream\r?\n/g;
  for (let found = opening.exec(whole); found; found = opening.exec(whole)) {
    const start = found.index + found[0].length;
    const close = whole.indexOf('endstream', start);
    const end = close < 0 ? whole.length : close;
    yield { start, end };
    opening.lastIndex = end + 'endstream'.length;
  }
}

const UNUSUAL_PACKING = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)\b/;
const PREDICTED = /\/Predictor\s+([2-9]|1\d)/;
/** An object stream begins with pairs of object number and offset. */
const OBJECT_TABLE = /^\s*\d+\s+\d+/;

function unpacked(dictionary: string, body: string, room: number): string | null {
  if (UNUSUAL_PACKING.test(dictionary) || PREDICTED.test(dictionary) || room <= 0) return null;
  const text = dictionary.includes('/FlateDecode') || /\/Fl\b/.test(dictionary) ? inflated(body, room) : body;
  return text !== null && OBJECT_TABLE.test(text) ? text : null;
}

function inflated(body: string, room: number): string | null {
  try {
    return inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: room }).toString('latin1');
  } catch {
    return null;
  }
}

function withNamesWrittenOut(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
