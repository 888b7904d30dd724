import { openFont } from './fonts';

/**
 * The characters that at least one of the fonts cannot print and no fallback has, each once, in the order in which they occur.
 *
 * The renderer raises nothing for such a character and prints other letters over its neighbours, so this is asked
 * when a name is typed (to warn) and again before a receipt is issued (to refuse).
 */
export function uncoveredCharacters(
  texts: readonly string[],
  fontPaths: readonly string[],
  fallbackPaths: readonly string[] = [],
): string[] {
  const fonts = fontPaths.map(openFont);
  const characters = new Set(texts.flatMap((text) => [...text]));
  return [...characters].filter((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const isMissing = fonts.some((font) => !font.hasGlyphForCodePoint(codePoint));
    return isMissing && !fallbackPaths.some((path) => openFont(path).hasGlyphForCodePoint(codePoint));
  });
}
