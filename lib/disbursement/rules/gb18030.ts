/** GB 18030 as banks take it. Decoding is the platform's own; encoding is the same table read the other way. */

const LEAD = { from: 0x81, to: 0xfe };
/** Four-byte codes of the basic plane, in the order in which the standard counts them. */
const LINEAR_CODES = 39_420;
const SUPPLEMENTARY_FROM = 0x10000;
/** Where the four-byte codes of the further planes begin: 0x90308130. */
const SUPPLEMENTARY_START = 189_000;
const REPLACEMENT = 0x3f;

let table: Map<number, readonly number[]> | null = null;

/** The bytes of a text. What the standard has no code for becomes a question mark; `carriedByGb18030` tells beforehand. */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) bytes.push(...(codeOf(character.codePointAt(0) ?? 0) ?? [REPLACEMENT]));
  return Uint8Array.from(bytes);
}

/** The text with every character that has no code replaced, as it will be read back. */
export function carriedByGb18030(text: string): string {
  return [...text].map((one) => (codeOf(one.codePointAt(0) ?? 0) ? one : '?')).join('');
}

function codeOf(point: number): readonly number[] | null {
  if (point < 0x80) return [point];
  if (point >= 0xd800 && point <= 0xdfff) return null;
  if (point >= SUPPLEMENTARY_FROM) return fourBytes(SUPPLEMENTARY_START + point - SUPPLEMENTARY_FROM);
  table ??= tableFromDecoder();
  return table.get(point) ?? null;
}

function fourBytes(linear: number): number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

function tableFromDecoder(): Map<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<number, readonly number[]>();
  const learn = (code: number[]) => {
    const [character, ...more] = decoder.decode(Uint8Array.from(code));
    const point = character?.codePointAt(0) ?? 0;
    if (more.length === 0 && point !== 0xfffd && !found.has(point)) found.set(point, code);
  };
  for (let lead = LEAD.from; lead <= LEAD.to; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) learn([lead, trail]);
  }
  for (let linear = 0; linear < LINEAR_CODES; linear += 1) learn(fourBytes(linear));
  return found;
}
