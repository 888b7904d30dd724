const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/**
 * Brings a typed or pasted code into one form: full width to half width (NFKC), no white space or invisible
 * characters, upper case. Spreadsheets and chat programmes add all three. Not for names: NFKC changes letters.
 */
export function normaliseCode(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').toUpperCase();
}
