import { deflateRawSync, deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';

const ascii = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** A real photograph-like JPEG, `size` pixels square. */
export function aJpeg(size = 200): Uint8Array {
  const canvas = createCanvas(size, size);
  const draw = canvas.getContext('2d');
  for (let line = 0; line < size; line += 1) {
    draw.fillStyle = `rgb(${line % 256}, ${(line * 7) % 256}, 120)`;
    draw.fillRect(0, line, size, 1);
  }
  return new Uint8Array(canvas.toBuffer('image/jpeg', 90));
}

export function aPng(size = 60): Uint8Array {
  return new Uint8Array(createCanvas(size, size).toBuffer('image/png'));
}

/** What GPS would be found by: a place in EXIF, a name in XMP, a comment, a camera's serial number. */
export const CANARIES = ['GPSCANARY', 'XMPCANARY', 'COMMENTCANARY', 'SERIALCANARY', 'TRAILERCANARY'];

/** The same picture with EXIF (turned by 90°), XMP, a comment and a trailer, as a telephone writes them. */
export function withMetadata(jpeg: Uint8Array, orientation = 6): Uint8Array {
  const tiff = Buffer.alloc(80);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  tiff.write('GPSCANARY SERIALCANARY', 40, 'latin1');
  const segments = [
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0XMPCANARY', 'latin1')),
    segment(0xfe, Buffer.from('COMMENTCANARY', 'latin1')),
  ];
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), Buffer.from('TRAILERCANARY')]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A PNG with a text chunk that names somebody. */
export function withText(png: Uint8Array): Uint8Array {
  const chunk = pngChunk('tEXt', Buffer.from('Author\0COMMENTCANARY', 'latin1'));
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

/** A tiny file that unpacks to `width` × `height` black pixels. */
export function pngBomb(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, pngChunk('IHDR', head), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))]);
}

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export const svg = () => ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
export const html = () => ascii('<!doctype html><html><script>alert(1)</script></html>');

/** A plain one-page PDF; `extra` are further objects, `catalog` further members of the catalog. */
export function aPdf({ catalog = '', extra = '' } = {}): Uint8Array {
  return ascii(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n` +
      `4 0 obj\n<< /Length 8 >>\nstream\n0 0 m 0 S\nendstream\nendobj\n${extra}\n` +
      `trailer\n<< /Root 1 0 R /Size 9 >>\nstartxref\n0\n%%EOF\n`,
  );
}

/** Objects packed into a stream, as PDF 1.5 writes them. */
export function packedObjects(objects: string, how: 'flate' | 'hex' = 'flate'): string {
  const body = Buffer.from(`9 0 ${objects}`, 'latin1');
  const filter = how === 'flate' ? '/FlateDecode' : '[/ASCIIHexDecode /FlateDecode]';
  const packed = how === 'flate' ? deflateSync(body) : Buffer.from(deflateSync(body).toString('hex'));
  const head = `8 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>\nstream\n`;
  return `${head}${packed.toString('latin1')}\nendstream\nendobj`;
}

/** A few hundred bytes that unpack to more than any honest file has. */
export function packedBomb(): string {
  const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024, '9 0 '), { level: 1 });
  return `8 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream\nendobj`;
}

export const aZip = () => Buffer.concat([ascii('PK\u0003\u0004'), deflateRawSync(Buffer.alloc(100))]);
