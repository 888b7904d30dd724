/** What the QR of one page of a letter says. Only the server can tell whether `tag` belongs to the rest. */
export type LetterCode = { readonly number: string; readonly page: number; readonly tag: string };

const LETTER_CODE = /^((?:SL|BZ|BY|JG)\d{11})-([1-9]\d?)-([0-9A-HJKMNP-TV-Z]{25}[048CGMRW])$/;

/** Writes a code, e.g. `SL20260000018-1-…`. Throws when a part is out of its range: such a letter cannot be issued. */
export function formatLetterCode({ number, page, tag }: LetterCode): string {
  const text = `${number}-${page}-${tag}`;
  if (!LETTER_CODE.test(text)) throw new RangeError(`not a code of a letter: ${text}`);
  return text;
}

/** Reads what a QR held; null for what is no code of a letter. */
export function parseLetterCode(text: string): LetterCode | null {
  const [, number, page, tag] = LETTER_CODE.exec(text) ?? [];
  return number && page && tag ? { number, page: Number(page), tag } : null;
}
