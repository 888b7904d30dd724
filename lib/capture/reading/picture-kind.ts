export type PictureKind = 'jpeg' | 'png' | 'heic';

/** Brands of the container that iPhones write when they save space. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** What a file is by its first bytes, whatever it is called; null for everything that is not let in. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const head = Array.from(bytes.subarray(0, 12));
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  const text = String.fromCharCode(...head);
  return text.slice(4, 8) === 'ftyp' && HEIC_BRANDS.includes(text.slice(8, 12)) ? 'heic' : null;
}

const startsWith = (head: readonly number[], start: readonly number[]) => start.every((byte, at) => head[at] === byte);
