type Options = {
  /** OS/2 fsType: 0 allows everything, 2 forbids embedding. */
  readonly fsType?: number;
  /** The characters are in the table, and nothing is drawn for them. */
  readonly isHollow?: boolean;
  readonly name?: string;
};

const u16 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16BE(value & 0xffff, index * 2));
  return bytes;
};
const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value >>> 0, index * 4));
  return bytes;
};

const UNITS = 1000;

/** A TrueType file that has exactly these characters, each a filled square; made by hand, so that no test needs a file. */
export function aFont(
  characters: string,
  { fsType = 0, isHollow = false, name = 'Rare Test' }: Options = {},
): Uint8Array {
  const points = [...new Set([...characters].map((one) => one.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const glyph = isHollow ? Buffer.alloc(0) : square();
  const offsets = [0, 0, ...points.map((_, index) => (index + 1) * glyph.byteLength)];
  const count = points.length + 1;
  return sfnt({
    'OS/2': os2(fsType, points),
    cmap: cmap(points),
    glyf: isHollow ? Buffer.alloc(4) : Buffer.concat(points.map(() => glyph)),
    head: head(),
    hhea: Buffer.concat([u32(0x00010000), u16(880, -120, 0, UNITS, 0, 0, 900, 1, 0, 0, 0, 0, 0, 0, 0, count)]),
    hmtx: u16(...Array.from({ length: count }, () => [UNITS, 100]).flat()),
    loca: u32(...offsets),
    maxp: Buffer.concat([u32(0x00010000), u16(count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: names(name),
    post: u32(0x00030000, 0, 0, 0, 0, 0, 0, 0),
  });
}

/** One contour of four points, padded to a multiple of four bytes. */
function square(): Buffer {
  const flags = Buffer.from([1, 1, 1, 1]);
  const parts = [u16(1, 100, 0, 900, 800), u16(3), u16(0), flags, u16(100, 0, 800, 0), u16(0, 800, 0, -800)];
  return padded(Buffer.concat(parts));
}

function head(): Buffer {
  const [dates, box] = [Buffer.alloc(16), u16(100, 0, 900, 800)];
  return Buffer.concat([u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5), u16(0, UNITS), dates, box, u16(0, 8, 2, 1, 0)]);
}

/** Format 12, the only one that reaches beyond U+FFFF. */
function cmap(points: readonly number[]): Buffer {
  const groups = points.map((point, index) => u32(point, point, index + 1));
  const table = [u16(12, 0), u32(16 + groups.length * 12, 0, groups.length), ...groups];
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), ...table]);
}

function os2(fsType: number, points: readonly number[]): Buffer {
  const most = Math.min(0xffff, points.at(-1) ?? 0);
  return Buffer.concat([
    u16(4, UNITS, 400, 5, fsType, ...Array.from({ length: 11 }, () => 0)),
    Buffer.alloc(10 + 16),
    Buffer.from('TEST'),
    u16(0x40, Math.min(0xffff, points[0] ?? 0), most, 880, -120, 0, 900, 200),
    Buffer.alloc(8),
    u16(500, 700, 0, 32, 1),
  ]);
}

function names(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16();
  const rows = [1, 4, 6].map((id) => u16(3, 1, 0x409, id, text.byteLength, 0));
  return Buffer.concat([u16(0, rows.length, 6 + rows.length * 12), ...rows, text]);
}

function sfnt(tables: Readonly<Record<string, Buffer>>): Uint8Array {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
  let offset = 12 + entries.length * 16;
  const rows: Buffer[] = [];
  for (const [tag, body] of entries) {
    rows.push(Buffer.concat([Buffer.from(tag), u32(checksum(padded(body)), offset, body.byteLength)]));
    offset += padded(body).byteLength;
  }
  const power = Math.floor(Math.log2(entries.length));
  const start = u16(entries.length, 16 * 2 ** power, power, 16 * (entries.length - 2 ** power));
  const bodies = entries.map(([, body]) => padded(body));
  return new Uint8Array(Buffer.concat([u32(0x00010000), start, ...rows, ...bodies]));
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.byteLength % 4)) % 4)]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.byteLength; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
