import { create, type Font } from 'fontkit';
import type { FontReading } from '@/lib/ports/receipt-renderer';

const KINDS: Readonly<Record<string, 'font' | 'collection'>> = {
  '\0\x01\0\0': 'font',
  true: 'font',
  OTTO: 'font',
  ttcf: 'collection',
};
type Asked = { readonly bytes: Uint8Array; readonly characters: readonly string[] };

/**
 * Reads a font file that somebody uploaded. A character counts as there when it has an outline and can be embedded: an
 * entry in the table alone would print nothing. Run in a thread, because a hostile file may take long or break it.
 */
export function readFont({ bytes, characters }: Asked): FontReading {
  const kind = KINDS[String.fromCharCode(...bytes.subarray(0, 4))];
  if (!kind) return { kind: 'unusable', why: 'no-font' };
  if (kind === 'collection') return { kind: 'unusable', why: 'collection' };
  try {
    const font = create(Buffer.from(bytes));
    if (!mayBeEmbedded(font)) return { kind: 'unusable', why: 'no-licence' };
    const has = characters.filter((character) => draws(font, character.codePointAt(0) ?? 0));
    tryEmbedding(font, has);
    return { kind: 'font', name: nameOf(font), characters: font.characterSet.length, has };
  } catch {
    return { kind: 'unusable', why: 'broken' };
  }
}

/**
 * OS/2 fsType. Without the table nothing is forbidden; of the rights to embed the least strict one counts. Only the
 * characters that are printed are embedded, so a font that forbids that is no use either.
 */
function mayBeEmbedded(font: Font): boolean {
  const rights = font['OS/2']?.fsType;
  if (!rights) return true;
  const isRestricted = rights.noEmbedding && !rights.viewOnly && !rights.editable;
  return !isRestricted && !rights.noSubsetting && !rights.bitmapOnly;
}

function draws(font: Font, codePoint: number): boolean {
  return font.hasGlyphForCodePoint(codePoint) && font.glyphForCodePoint(codePoint).path.commands.length > 0;
}

/** Throws for what could not be printed with later. */
function tryEmbedding(font: Font, characters: readonly string[]): void {
  const subset = font.createSubset();
  for (const character of characters) subset.includeGlyph(font.glyphForCodePoint(character.codePointAt(0) ?? 0));
  subset.encode();
}

const nameOf = ({ fullName, postscriptName }: Font) => (fullName ?? postscriptName ?? '').slice(0, 200);
