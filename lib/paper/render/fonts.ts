import type { Font as OpenFont } from 'fontkit';
import { openSync } from 'fontkit';

import type { FallbackFile } from '../rules/fallback-file';
import type { Measure, Typeface } from '../rules/text-fit';

/** One TrueType file for each typeface of the sheet, by path. */
export type PaperFonts = Readonly<Record<Typeface, string>>;

/** An open font is about 20 MB and takes 20 ms to open, so each file is opened once per thread. */
const opened = new Map<string, OpenFont>();

export function openFont(path: string): OpenFont {
  const known = opened.get(path);
  if (known) return known;
  const font = openSync(path);
  opened.set(path, font);
  return font;
}

/** Measures by the advance widths of the font, without kerning: never narrower than what is drawn. */
export function measureWith(fonts: PaperFonts, fallbacks: readonly FallbackFile[] = []): Measure {
  const widths = { regular: new Map(), bold: new Map(), title: new Map() } as Record<Typeface, Map<string, number>>;
  return (text, face) => {
    let total = 0;
    for (const character of text) total += widths[face].get(character) ?? remember(character, face);
    return total;
  };

  function remember(character: string, face: Typeface): number {
    const codePoint = character.codePointAt(0) ?? 0;
    const font = openFont(fileFor(codePoint, fonts[face], fallbacks));
    const width = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
    widths[face].set(character, width);
    return width;
  }
}

function fileFor(codePoint: number, own: string, fallbacks: readonly FallbackFile[]): string {
  return openFont(own).hasGlyphForCodePoint(codePoint) ? own : (firstWith(codePoint, fallbacks)?.path ?? own);
}

/** The fallback that prints a character: the first that has it, as the library chooses too. */
export function firstWith(codePoint: number, fallbacks: readonly FallbackFile[]): FallbackFile | undefined {
  return fallbacks.find(({ path }) => openFont(path).hasGlyphForCodePoint(codePoint));
}
