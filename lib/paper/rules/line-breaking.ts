/** Ideographs and full-width punctuation: a line may end before or after any of them. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** Punctuation that a line must not begin with, or must not end with (避头尾). */
const NEVER_FIRST = /[、。，．：；！？）】》」』〉〕…·％%,.:;!?)\]}]/u;
const NEVER_LAST = /[（【《「『〈〔¥￥([{]/u;

/**
 * Cuts a text into the pieces that a line break may stand between, in reading order; joined they are the text again.
 * A western word keeps the blank or hyphen that follows it and is never given a hyphen that it has not.
 */
export function breakPieces(text: string): string[] {
  const characters = [...text];
  const pieces: string[] = [];
  let piece = '';
  characters.forEach((character, index) => {
    piece += character;
    const next = characters[index + 1];
    if (next !== undefined && mayBreak(character, next)) {
      pieces.push(piece);
      piece = '';
    }
  });
  if (piece !== '') pieces.push(piece);
  return pieces;
}

function mayBreak(character: string, next: string): boolean {
  if (next === ' ' || NEVER_FIRST.test(next) || NEVER_LAST.test(character)) return false;
  return character === ' ' || character === '-' || WIDE.test(character) || WIDE.test(next);
}

/**
 * Fills lines one after the other, none wider than `width` by `widthOf` (any unit, the same in both).
 * A piece wider than a line, such as an endless word, begins on a line of its own and is cut wherever that is full.
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (part: string) => widthOf(part.trimEnd()) <= width;
  const endLine = () => {
    if (line !== '') lines.push(line.trimEnd());
    line = '';
  };
  const put = (part: string) => {
    if (!fits(line + part)) endLine();
    line += part;
  };
  for (const piece of breakPieces(text)) {
    if (!fits(piece)) endLine();
    (fits(piece) ? [piece] : [...piece]).forEach(put);
  }
  endLine();
  return lines;
}
